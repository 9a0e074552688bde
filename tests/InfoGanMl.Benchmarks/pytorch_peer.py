"""The training step of InfoGanMl as eager PyTorch code usually has it, to measure against.

    pytorch_peer.py OPTIONS.json IMAGES THREADS [DEVICE]

OPTIONS.json holds training options as every run writes them, IMAGES the pixels of some training images as bytes. For each
line "N" on standard input it makes N steps and answers with the seconds that they took.
"""

import json
import math
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F


def build(layers, inputs):
    """The layers as modules, and the shape of their output."""
    modules, shape = [], inputs
    for layer in layers:
        kind = layer["kind"]
        if kind == "dense":
            modules.append(nn.Linear(shape[0], layer["outputs"], bias=layer["bias"]))
        elif kind in ("conv", "transposed_conv"):
            module = nn.Conv2d if kind == "conv" else nn.ConvTranspose2d
            sizes = layer["kernel"], layer["stride"], layer["padding"]
            modules.append(module(shape[0], layer["channels"], *sizes, bias=layer["bias"]))
        elif kind == "batch_norm":
            module = nn.BatchNorm1d if len(shape) == 1 else nn.BatchNorm2d
            modules.append(module(shape[0], layer["epsilon"], layer["momentum"]))
        elif kind == "reshape":
            modules.append(nn.Unflatten(1, (layer["channels"], layer["height"], layer["width"])))
        elif kind == "leaky_relu":
            modules.append(nn.LeakyReLU(layer["slope"]))
        else:
            modules.append({"relu": nn.ReLU, "sigmoid": nn.Sigmoid, "tanh": nn.Tanh, "flatten": nn.Flatten}[kind]())
        with torch.no_grad():
            shape = tuple(modules[-1](torch.zeros(2, *shape)).shape[1:])
    return nn.Sequential(*modules), shape


def initialize(network, deviation):
    for module in network.modules():
        if deviation is not None and isinstance(module, (nn.Linear, nn.Conv2d, nn.ConvTranspose2d)):
            nn.init.normal_(module.weight, 0, deviation)
            if module.bias is not None:
                nn.init.zeros_(module.bias)


def uniform(shape, extent):
    return torch.rand(shape) * (2 * extent) - extent


class Augmentation:
    """Random copies of a batch, and how much each was slanted, thickened, dimmed and widened."""

    def __init__(self, ranges):
        self.ranges = ranges

    def apply(self, images):
        r, n = self.ranges, images.shape[0]
        slant, thickness = uniform([n], r["slant"]), uniform([n], r["thickness"])
        brightness = 1 - uniform([n], r["dimming"]).abs()
        width = uniform([n], math.log(1 + r["stretch"])).exp()
        copies = self.thicken(self.draw_strokes(self.warp(images, slant, width)), thickness)
        amounts = {"Slant": slant, "Thickness": thickness, "Brightness": brightness, "Width": width}
        return copies * brightness.reshape(-1, 1, 1, 1), amounts

    def warp(self, images, slant, width):
        r, n = self.ranges, images.shape[0]
        angle = uniform([n], math.radians(r["rotation_degrees"]))
        scale = 1 + uniform([n], r["scaling"])
        x, y = uniform([n], 2 * r["shift"]), uniform([n], 2 * r["shift"])
        cos, sin = angle.cos() / scale, angle.sin() / scale
        rows = torch.stack([cos / width, (cos * slant - sin) / width, x], 1), torch.stack([sin, sin * slant + cos, y], 1)
        grid = F.affine_grid(torch.stack(rows, 1), images.shape, align_corners=False)
        return F.grid_sample(images, grid, align_corners=False)

    def draw_strokes(self, images):
        n, _, height, width = images.shape
        between = lambda least, most: (least + most) / 2 + uniform([n, 1, 1, 1], (most - least) / 2)
        for _ in range(self.ranges["strokes"]):
            direction = between(0, math.pi)
            length, thickness = between(0.07, 0.21) * height, between(0.02, 0.06) * height
            dx = torch.arange(width).reshape(1, 1, 1, -1) - between(0.25, 0.75) * width
            dy = torch.arange(height).reshape(1, 1, -1, 1) - between(0.25, 0.75) * height
            along = (dx * direction.cos() + dy * direction.sin()).abs() - length
            across = dy * direction.cos() - dx * direction.sin()
            distance = (along.clamp_min(0).square() + across.square()).sqrt()
            images = torch.maximum(images, (thickness + 0.5 - distance).clamp(0, 1))
        return images

    def thicken(self, images, thickness):
        amount = thickness.reshape(-1, 1, 1, 1)
        dilated, eroded = F.max_pool2d(images, 3, 1, 1), -F.max_pool2d(-images, 3, 1, 1)
        return images + amount.clamp_min(0) * (dilated - images) + (-amount).clamp_min(0) * (eroded - images)


class Step:
    """D and Q, then G: one step of TrainingLoop."""

    def __init__(self, options, pixels):
        self.options, latent, image = options, options["latent"], options["image"]
        self.noise, self.continuous = latent["noise"], latent["continuous"]
        self.category = latent["categorical"][0]  # all presets have one
        size, architecture = self.category["size"], options["architecture"]
        image_shape = image["channels"], image["height"], image["width"]
        self.images = pixels.reshape(-1, *image_shape)

        self.generator, _ = build(architecture["generator"], (self.noise + size + len(self.continuous),))
        self.trunk, trunk_shape = build(architecture["trunk"], image_shape)
        self.discriminator = nn.Linear(trunk_shape[0], 1)
        head, features = build(architecture["recognizer_head"], trunk_shape)
        self.recognizer = nn.Sequential(head, nn.Linear(features[0], size + len(self.continuous)))
        initialize(self.generator, options["generator_weight_deviation"])
        for network in (self.trunk, self.discriminator, self.recognizer):
            initialize(network, options["discriminator_weight_deviation"])

        betas = options["beta1"], options["beta2"]
        learners = [*self.trunk.parameters(), *self.discriminator.parameters(), *self.recognizer.parameters()]
        self.d_optimizer = torch.optim.Adam(learners, options["discriminator_learning_rate"], betas)
        self.g_optimizer = torch.optim.Adam(self.generator.parameters(), options["generator_learning_rate"], betas)
        self.pairs = options["real_pairs"]
        self.augmentation = Augmentation(self.pairs["augmentation"]) if self.pairs else None

    def draw(self, prior, count, width):
        return torch.rand(count, width) * 2 - 1 if prior == "Uniform" else torch.randn(count, width)

    def sample(self, count):
        category = F.one_hot(torch.randint(self.category["size"], (count,)), self.category["size"]).float()
        continuous = [self.draw(code["prior"], count, 1) for code in self.continuous]
        noise = self.draw(self.options["latent"]["noise_prior"], count, self.noise)
        return torch.cat([noise, category, *continuous], 1)

    def information(self, codes, latents):
        """The sum of lambda * E[log q(c|x)]."""
        size = self.category["size"]
        logits, target = codes[:, :size], latents[:, self.noise : self.noise + size]
        total = self.category["lambda"] * (target * logits.log_softmax(1)).sum(1).mean()
        for i, code in enumerate(self.continuous, start=size):
            error = (latents[:, self.noise + i] - codes[:, i]).square().mean()
            total = total + code["lambda"] * (-0.5 * error - 0.5 * math.log(2 * math.pi))
        return total

    def pair_objective(self, real, real_trunk):
        size = self.category["size"]
        copies, amounts = self.augmentation.apply(real)
        codes, copy_codes = self.recognizer(real_trunk), self.recognizer(self.trunk(copies))
        logits, copy_logits = codes[:, :size], copy_codes[:, :size]

        joint = logits.softmax(1).t() @ copy_logits.softmax(1) / len(real)
        joint = ((joint + joint.t()) / 2).clamp_min(1e-8)
        marginal = joint.sum(1).log()
        information = (joint * (joint.log() - marginal.unsqueeze(0) - marginal.unsqueeze(1))).sum()

        mean = torch.cat([logits, copy_logits]).softmax(1).mean(0)
        balance = -(mean * mean.clamp_min(1e-8).log()).sum()

        entropy = lambda target, other: -(target.softmax(1).detach() * other.log_softmax(1)).sum(1).mean()
        consistency = (entropy(logits, copy_logits) + entropy(copy_logits, logits)) / 2

        following = torch.zeros(())
        for i, code in enumerate(self.continuous, start=size):
            a, b = copy_codes[:, i] - codes[:, i], amounts[code["follows"]]
            a, b = a - a.mean(), b - b.mean()
            following = following + (a * b).mean() / (a.square().mean() * b.square().mean() + 1e-8).sqrt()

        weights = self.pairs
        return (
            weights["information"] * (information + weights["balance"] * balance)
            - weights["consistency"] * consistency
            + weights["following"] * following
        )

    def __call__(self):
        count = self.options["batch_size"]
        real = self.images[torch.randint(len(self.images), (count,))].float() / 255
        latents = self.sample(count)
        fake = self.generator(latents)

        self.d_optimizer.zero_grad()
        real_trunk, fake_trunk = self.trunk(real), self.trunk(fake.detach())
        loss = F.softplus(-self.discriminator(real_trunk)).mean() + F.softplus(self.discriminator(fake_trunk)).mean()
        loss = loss - self.information(self.recognizer(fake_trunk), latents)
        if self.augmentation:
            loss = loss - self.pair_objective(real, real_trunk)
        loss.backward()
        self.d_optimizer.step()

        self.g_optimizer.zero_grad()
        trunk = self.trunk(fake)
        loss = F.softplus(-self.discriminator(trunk)).mean() - self.information(self.recognizer(trunk), latents)
        loss.backward()
        self.g_optimizer.step()
        return loss.item()


def main(options_path, images_path, threads, device="cpu"):
    torch.set_num_threads(int(threads))
    if device != "cpu":  # PyTorch 1.13 knows no other default device
        torch.set_default_device(device)
    with open(options_path, encoding="utf-8") as file:
        options = json.load(file)
    with open(images_path, "rb") as file:
        step = Step(options, torch.frombuffer(bytearray(file.read()), dtype=torch.uint8).to(device))
    for line in sys.stdin:
        start = time.perf_counter()
        for _ in range(int(line)):
            step()
        print(time.perf_counter() - start, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])

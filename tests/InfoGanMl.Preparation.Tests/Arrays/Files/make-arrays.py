"""Writes the arrays that the readers of array files are tested with, and reads them back with SciPy and NumPy.

The tests state the same formulas; nothing else needs Python. To write the files again:

    apt-get install python3-scipy && /usr/bin/python3 make-arrays.py

SciPy writes neither big-endian files nor what MATLAB does to save space (values in a narrower type than their array's), so that
big-endian.mat is written here by the published format, and SciPy has to agree.
"""

import io
import pathlib
import struct
import warnings
import zipfile
import zlib

import numpy
import scipy.io
import scipy.sparse

FOLDER = pathlib.Path(__file__).parent
DATE = (1980, 1, 1, 0, 0, 0)
MI = {"i1": 1, "u1": 2, "i2": 3, "u2": 4, "i4": 5, "u4": 6, "f8": 9}


def pixels(*axes, **sizes):
    """(7n + 3y + 5x + 11c) % 256, with the axes in this order."""
    grid = numpy.meshgrid(*(numpy.arange(sizes[axis]) for axis in axes), indexing="ij")
    factors = {"n": 7, "y": 3, "x": 5, "c": 11}
    return (sum(factors[axis] * index for axis, index in zip(axes, grid)) % 256).astype("u1")


def ramp(dtype, shape=(2, 3), step=1, start=0):
    """start + step * i, where i counts in row-major order."""
    return (start + step * numpy.arange(numpy.prod(shape, dtype=int)).reshape(shape)).astype(dtype)


def save_mat(name, arrays, **options):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        scipy.io.savemat(FOLDER / name, arrays, **options)
    path = FOLDER / name
    if options.get("format") != "4":
        stamp = b"MATLAB 5.0 MAT-file, written by SciPy".ljust(116)
        path.write_bytes(stamp + path.read_bytes()[116:])  # the header holds the time otherwise
    read = scipy.io.loadmat(path)
    assert all(name in read for name in arrays)


def svhn():
    """As train_32x32.mat of SVHN: images [32, 32, 3, N], and labels [N, 1] of which 10 stands for the digit zero."""
    images = pixels("y", "x", "c", "n", y=32, x=32, c=3, n=3)
    save_mat("svhn.mat", {"X": images, "y": numpy.array([[1], [10], [9]], "u1")}, do_compression=True)


def kinds_mat(name, compressed):
    """Every numeric class, and kinds of variables that are no arrays of numbers."""
    arrays = {
        "cells": numpy.array([[1, "a"]], dtype=object),
        "int8": ramp("i1", start=-3),
        "uint8": ramp("u1", start=250),
        "int16": ramp("i2", start=-300, step=100),
        "uint16": ramp("u2", start=65530),
        "int32": ramp("i4", start=-70000, step=70000),
        "uint32": ramp("u4", start=4294967290),
        "int64": ramp("i8", start=-(2**40), step=2**40),
        "uint64": ramp("u8", step=2**40),
        "single": ramp("f4", step=0.25),
        "double": ramp("f8", step=0.1),
        "logical": numpy.array([[True, False, True]]),
        "three": ramp("i2", (2, 3, 4)),
        "empty": numpy.zeros((0, 3)),
        "text": "words",
        "struct": {"field": ramp("f8")},
        "sparse": scipy.sparse.csc_matrix(ramp("f8")),
        "complex": ramp("f8") * 1j,
        "last": ramp("f8", (1, 1), start=7),
    }
    save_mat(name, arrays, do_compression=compressed)


def element(kind, data):
    """A data element of a big-endian file, small if it may be."""
    if 0 < len(data) <= 4:
        return struct.pack(">HH", len(data), kind) + data.ljust(4, b"\0")
    return struct.pack(">II", kind, len(data)) + data.ljust(-(-len(data) // 8) * 8, b"\0")


def matrix(name, class_code, stored, shape):
    kind = MI[stored.dtype.str[1:]]
    content = element(6, struct.pack(">II", class_code, 0)) + element(5, struct.pack(f">{len(shape)}i", *shape))
    content += element(1, name.encode()) + element(kind, stored.astype(stored.dtype.newbyteorder(">")).tobytes())
    return struct.pack(">II", 14, len(content)) + content


def big_endian():
    """Big-endian, half of it compressed, and stored in types narrower than the arrays', as MATLAB does."""
    values = {
        "doubles": (6, numpy.array([0, 1, 1, 0, 10], "u1"), (5, 1)),
        "singles": (7, numpy.array([-1, 300], "i2"), (1, 2)),
        "ints": (12, numpy.array([-70000, 70000], "i4"), (2, 1)),
        "shorts": (11, numpy.array([1, 2, 3], "u1"), (3, 1)),
        "wide": (6, numpy.array([0.5, -2.25], "f8"), (2, 1)),
    }
    content = b"MATLAB 5.0 MAT-file, big-endian".ljust(124) + struct.pack(">H", 0x0100) + b"MI"
    for index, (name, (class_code, stored, shape)) in enumerate(values.items()):
        plain = matrix(name, class_code, stored, shape)
        packed = zlib.compress(plain)
        content += struct.pack(">II", 15, len(packed)) + packed if index % 2 else plain
    (FOLDER / "big-endian.mat").write_bytes(content)
    read = scipy.io.loadmat(FOLDER / "big-endian.mat")
    for name, (_, stored, shape) in values.items():
        assert (read[name] == stored.reshape(shape)).all(), name


def save_npz(name, entries, compression):
    """As numpy.savez does, but with the same time at each run."""
    with zipfile.ZipFile(FOLDER / name, "w", compression) as archive:
        for key, content in entries.items():
            archive.writestr(zipfile.ZipInfo(f"{key}.npy", DATE), content, compression)
    with numpy.load(FOLDER / name, allow_pickle=True) as read:
        assert all(read[key] is not None for key in entries)


def npy(array, version=None):
    content = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        numpy.lib.format.write_array(content, numpy.asanyarray(array), version=version)
    return content.getvalue()


def medmnist(name, color):
    """As the files of MedMNIST: images [N, 28, 28] or [N, 28, 28, 3], and labels [N, 1], in three parts."""
    arrays = {}
    for part, count in (("train", 2), ("val", 1), ("test", 1)):
        axes = "nyxc" if color else "nyx"
        arrays[f"{part}_images"] = pixels(*axes, n=count, y=28, x=28, c=3)
        arrays[f"{part}_labels"] = ramp("u1", (count, 1))
    numpy.savez_compressed(FOLDER / name, **arrays)  # at a fixed time already


def kinds_npz():
    """Every type of numbers, in both byte orders."""
    entries = {
        "bools": npy(numpy.array([True, False, True])),
        "i1": npy(ramp("i1", start=-3)),
        "u1": npy(ramp("u1", start=250)),
    }
    for order, letter in (("<", "little"), (">", "big")):
        for kind, start, step in (
            ("i2", -300, 100),
            ("u2", 65530, 1),
            ("i4", -70000, 70000),
            ("u4", 4294967290, 1),
            ("i8", -(2**40), 2**40),
            ("u8", 0, 2**40),
            ("f4", 0, 0.25),
            ("f8", 0, 0.1),
        ):
            entries[f"{letter}-{kind}"] = npy(ramp(order + kind, start=start, step=step))
    save_npz("kinds.npz", entries, zipfile.ZIP_DEFLATED)


def odd_npz():
    """Column-major order, every version of the format, odd sizes, and arrays that are no numbers."""
    entries = {
        "fortran": npy(numpy.asfortranarray(ramp("<i4", (2, 3, 4)))),
        "version2": npy(ramp("<u2", (4,)), (2, 0)),
        "version3": npy(ramp("<u2", (4,)), (3, 0)),
        "scalar": npy(numpy.float64(2.5)),
        "empty": npy(numpy.zeros((0, 28, 28), "u1")),
        "objects": npy(numpy.array([{}], dtype=object)),
        "strings": npy(numpy.array(["a", "bc"])),
        "records": npy(numpy.zeros(1, [("x", "<i4")])),
        "complex": npy(numpy.zeros(1, "c8")),
    }
    save_npz("odd.npz", entries, zipfile.ZIP_DEFLATED)


def stored_npz():
    """As numpy.savez writes: nothing is compressed."""
    numpy.savez(FOLDER / "stored.npz", images=pixels("n", "y", "x", n=2, y=4, x=5), labels=ramp("<i8", (2,)))


def bare_npy():
    """As numpy.save writes: one array without a name, of images, of images in rows, and of Python's objects."""
    numpy.save(FOLDER / "bare.npy", pixels("n", "y", "x", n=3, y=4, x=5))
    numpy.save(FOLDER / "flat.npy", pixels("n", "y", "x", n=2, y=8, x=8).reshape(2, 64) / numpy.float32(255))
    numpy.save(FOLDER / "objects.npy", numpy.array([{}], dtype=object))


svhn()
kinds_mat("kinds.mat", compressed=False)
kinds_mat("kinds-compressed.mat", compressed=True)
big_endian()
save_mat("level4.mat", {"y": ramp("f8")}, format="4")
medmnist("gray.npz", color=False)
medmnist("color.npz", color=True)
kinds_npz()
odd_npz()
stored_npz()
bare_npy()

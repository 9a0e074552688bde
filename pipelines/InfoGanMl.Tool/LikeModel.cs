using InfoGanMl.CommandLine.Options;
using InfoGanMl.Models;
using InfoGanMl.Models.Errors;
using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Options;

namespace InfoGanMl.Tool;

/// <summary>Pictures that a model is to read become images as those that it has learned from.</summary>
internal static class LikeModel
{
    /// <summary>The images that all models read.</summary>
    /// <exception cref="InvalidOptionsException">They read different ones.</exception>
    public static ModelImages ImagesOf(IReadOnlyList<ModelFolder> models)
    {
        var all = models.Select(model => new ModelImages(model.Image, model.Manifest.Preparation)).ToList();
        string[] others =
        [
            .. models
                .Zip(all)
                .Where(pair => pair.Second != all[0])
                .Select(pair =>
                    $"{pair.First.FolderPath} reads images of {Describe(pair.Second)}; expected {Describe(all[0])}, as "
                    + $"{models[0].FolderPath} does."
                ),
        ];
        InvalidOptionsException.ThrowIfAny(others);
        return all[0];
    }

    /// <summary>What a call says of pictures has to be what the model says; it may be left out.</summary>
    /// <exception cref="InvalidOptionsException">It is not.</exception>
    public static void RequireNoContradiction(PictureSource pictures, ModelImages? like)
    {
        if (like is not var (image, preparation))
        {
            return;
        }

        var isGray = image.Channels == 1;
        (bool Differs, string Option, string Found, string Expected)[] all =
        [
            (pictures.Size is { } size && size != image.Height, "--size", $"{pictures.Size}", $"{image.Height}"),
            (
                pictures.Color is { } color && color == "gray" != isGray,
                "--color",
                $"{pictures.Color}",
                isGray ? "gray" : "rgb"
            ),
            (
                pictures.Resize is { } resize && resize != preparation.Resize,
                "--resize",
                $"{pictures.Resize}",
                $"{preparation.Resize}"
            ),
            (
                pictures.Background is { } background && background != preparation.Background,
                "--background",
                $"{pictures.Background}",
                $"{preparation.Background}"
            ),
            (
                pictures.Invert is { } invert and not Inversion.Auto && invert != preparation.Invert,
                "--invert",
                $"{pictures.Invert}",
                $"{preparation.Invert}"
            ),
            (pictures.Stretch == false && preparation.SignificantBits is not null, "--stretch", "false", "auto"),
        ];
        InvalidOptionsException.ThrowIfAny([
            .. all.Where(option => option.Differs)
                .Select(option =>
                    $"{option.Option} is {option.Found.ToLowerInvariant()}; expected {option.Expected.ToLowerInvariant()}, as the "
                    + "model has learned from such images. Leave it out."
                ),
        ]);
    }

    private static string Describe(ModelImages images) => $"{images.Image} ({images.Preparation})";
}

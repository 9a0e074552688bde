using InfoGanMl.Models.Images;

namespace InfoGanMl.Pictures.Layers;

/// <summary>Makes images of layers: light and dark are exchanged where they have to be, and something is put behind.</summary>
/// <param name="preparation">What is to be done.</param>
/// <param name="format">Size of the images, and whether they are gray.</param>
internal sealed class Composition(ImagePreparation preparation, ImageFormat format)
{
    private readonly byte _background = preparation.Background == Background.White ? byte.MaxValue : byte.MinValue;

    /// <summary>Makes an image.</summary>
    /// <param name="layer">What the picture shows.</param>
    /// <param name="ground">What it stands on.</param>
    /// <param name="image">The image, [C, H, W].</param>
    public void Compose(Layer layer, Ground ground, Span<byte> image)
    {
        var (inverts, plane) = (Inverts(ground), format.Height * format.Width);
        for (var i = 0; i < plane; i++)
        {
            var alpha = layer.Alpha[i];
            var (red, green, blue) = (Shown(layer.Red[i]), Shown(layer.Green[i]), Shown(layer.Blue[i]));
            if (format.Channels == 1)
            {
                image[i] = Colors.ToGray(red, green, blue);
            }
            else
            {
                (image[i], image[plane + i], image[2 * plane + i]) = ((byte)red, (byte)green, (byte)blue);
            }

            // Colors are multiplied by alpha already, so nothing has to be rounded.
            int Shown(byte color) => (inverts ? alpha - color : color) + (_background == 0 ? 0 : byte.MaxValue - alpha);
        }
    }

    private bool Inverts(Ground ground) =>
        preparation.Invert switch
        {
            Inversion.True => true,
            Inversion.Auto => format.Channels == 1 && ground == (_background == 0 ? Ground.Light : Ground.Dark),
            _ => false,
        };
}

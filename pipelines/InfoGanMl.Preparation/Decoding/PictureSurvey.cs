using InfoGanMl.Models.Images;
using InfoGanMl.Preparation.Options;
using InfoGanMl.Preparation.Sources;

namespace InfoGanMl.Preparation.Decoding;

/// <summary>What all pictures of a data set have in common, which decides what becomes of each.</summary>
internal sealed class PictureSurvey
{
    private const int DeepBits = 16;
    private const double Rounding = 1 + 1.0 / 2048; // values of colors come as floats of 11 bits

    private readonly GroundCount _grounds = new();
    private bool _hasColor;
    private int _largestDeepValue;

    /// <summary>How many bits 16-bit pictures fill; null where they fill all, or there are none.</summary>
    public int? SignificantBits
    {
        get
        {
            var bits = 1;
            while (bits < DeepBits && _largestDeepValue > ((1 << bits) - 1) * Rounding)
            {
                bits++;
            }

            return bits < DeepBits && _largestDeepValue > 0 ? bits : null;
        }
    }

    /// <summary>Looks at a picture; by one thread at a time.</summary>
    /// <param name="picture">The picture.</param>
    public void Add(DecodedPicture picture)
    {
        _grounds.Add(picture.Ground);
        _hasColor |= picture.HasColor;
        _largestDeepValue = Math.Max(_largestDeepValue, picture.LargestDeepValue);
    }

    /// <summary>Decides what the options leave open.</summary>
    /// <param name="options">The options.</param>
    /// <param name="significantBits">The bits that were stretched when these pictures were decoded.</param>
    public ModelImages Decide(PreparationOptions options, int? significantBits)
    {
        var isGray = options.Color == ColorChoice.Gray || options.Color == ColorChoice.Auto && !_hasColor;
        var preparation = _grounds.Describe(options.Resize, isGray, options.Background, options.Invert);
        return new(
            options.LargestFormat with
            {
                Channels = isGray ? 1 : 3,
            },
            preparation with
            {
                SignificantBits = significantBits,
            }
        );
    }
}

namespace InfoGanMl.Models.Images;

/// <summary>What the images of a data set stand on.</summary>
internal sealed class GroundCount
{
    private int _dark;
    private int _light;
    private int _all;

    /// <summary>Counts an image.</summary>
    public void Add(Ground ground)
    {
        _dark += ground == Ground.Dark ? 1 : 0;
        _light += ground == Ground.Light ? 1 : 0;
        _all++;
    }

    /// <summary>How pictures become such images, as far as these show it.</summary>
    /// <param name="resize">How they fit in.</param>
    /// <param name="isGray">Whether the images are gray.</param>
    /// <param name="background">What is to be behind them; null for what most stand on.</param>
    /// <param name="invert">Which are to be inverted; automatically only where nine tenths stand on dark or light.</param>
    public ImagePreparation Describe(ResizeRule resize, bool isGray, Background? background, Inversion invert)
    {
        var light = invert == Inversion.True ? _dark : _light; // what was dark becomes light
        var isPlain = 10L * (_dark + _light) >= 9L * _all;
        return new()
        {
            Resize = resize,
            Background = background ?? (2L * light > _all ? Background.White : Background.Black),
            Invert = invert == Inversion.Auto && !(isGray && isPlain) ? Inversion.False : invert,
        };
    }
}

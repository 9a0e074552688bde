namespace InfoGanMl.Models.Images;

/// <summary>What the images of a data set stand on.</summary>
internal sealed class GroundCount
{
    private int _dark;
    private int _light;
    private int _all;

    private bool ArePlain => 10L * (_dark + _light) >= 9L * _all;

    /// <summary>Counts an image.</summary>
    public void Add(Ground ground)
    {
        _dark += ground == Ground.Dark ? 1 : 0;
        _light += ground == Ground.Light ? 1 : 0;
        _all++;
    }

    /// <summary>Whether gray images are ink on paper: nine tenths stand on dark or light, and most of them on light.</summary>
    public bool AreInkOnPaper(bool areGray) => areGray && ArePlain && 2L * _light > _all;

    /// <summary>How pictures become such images, as far as these show it.</summary>
    /// <remarks>
    /// Gray ones become light on black where nine tenths stand on dark or light: the recipes learn from that, as copies have
    /// black where nothing of the image is, and strokes that grow are light.
    /// </remarks>
    /// <param name="resize">How they fit in.</param>
    /// <param name="isGray">Whether the images are gray.</param>
    /// <param name="background">What is to be behind them; null for black where some are inverted, and else for what most stand on.</param>
    /// <param name="invert">Which are to be inverted; automatically only where nine tenths stand on dark or light.</param>
    public ImagePreparation Describe(ResizeRule resize, bool isGray, Background? background, Inversion invert)
    {
        var light = invert == Inversion.True ? _dark : _light; // what was dark becomes light
        var decided = invert == Inversion.Auto && !(isGray && ArePlain) ? Inversion.False : invert;
        var areOnWhite = decided != Inversion.Auto && 2L * light > _all;
        return new()
        {
            Resize = resize,
            Background = background ?? (areOnWhite ? Background.White : Background.Black),
            Invert = decided,
        };
    }
}

namespace InfoGanMl.Evaluation.Figures;

/// <summary>Where a figure is shown beside metrics.json and the page's table of every figure, where all are.</summary>
[Flags]
public enum Shown
{
    /// <summary>Nowhere else.</summary>
    Nowhere = 0,

    /// <summary>On the console.</summary>
    Console = 1,

    /// <summary>In the model folder, and so on its card.</summary>
    ModelCard = 2,

    /// <summary>In the comparison of several runs.</summary>
    Comparison = 4,

    /// <summary>In the table over all runs of a preset, of reproductions and ablations.</summary>
    Presets = 8,

    /// <summary>In their table of single runs.</summary>
    Runs = 16,
}

/// <summary>Which cards of the page a figure has one among.</summary>
public enum Cards
{
    /// <summary>None.</summary>
    None,

    /// <summary>What labels show of how Q classifies.</summary>
    Labels,

    /// <summary>How the categories are used, labels or not.</summary>
    Usage,

    /// <summary>What Q's features are worth.</summary>
    Features,

    /// <summary>What a judge sees in generated images.</summary>
    Samples,
}

/// <summary>The questions that the page answers, in its order.</summary>
public enum Question
{
    /// <summary>"Does it classify?"</summary>
    Classify,

    /// <summary>"What do the codes mean?"</summary>
    Codes,

    /// <summary>"What are the features worth?"</summary>
    Features,

    /// <summary>"Are the samples good?"</summary>
    Samples,
}

/// <summary>The images that a figure is measured on.</summary>
public enum Basis
{
    /// <summary>All test images: nothing is drawn.</summary>
    TestImages,

    /// <summary>All generated images, whose latents are drawn.</summary>
    GeneratedImages,

    /// <summary>As many as the scorer says, which it has drawn.</summary>
    Drawn,
}

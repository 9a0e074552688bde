namespace InfoGanMl.Report.Elements;

/// <summary>A chart with a line of text below.</summary>
/// <param name="Svg">The chart.</param>
/// <param name="Caption">What there is to see in it.</param>
internal sealed record Chart(string Svg, string Caption);

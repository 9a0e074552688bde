using InfoGanMl.Models.Images;

namespace InfoGanMl.Preparation.Sources;

/// <summary>What is known of a picture once it is decoded.</summary>
/// <param name="Ground">What it stands on.</param>
/// <param name="HasColor">Whether a pixel of the layer has color.</param>
/// <param name="LargestDeepValue">The largest value of a 16-bit picture, of 65,535; 0 for all others.</param>
internal readonly record struct DecodedPicture(Ground Ground, bool HasColor, int LargestDeepValue);

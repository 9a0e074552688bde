namespace InfoGanMl.Evaluation.Metrics;

/// <summary>The line around the ink of a gray image, traced between its pixels by marching squares.</summary>
/// <param name="Length">Of the lines around pieces of ink and around the holes in them, in pixels.</param>
/// <param name="EulerNumber">Pieces of ink less the holes in them: 1 for a "1", 0 for a "0", -1 for an "8".</param>
public readonly record struct InkOutline(double Length, int EulerNumber)
{
    /// <summary>Traces where the ink, interpolated between the centers of pixels, is at the level.</summary>
    /// <param name="pixels">[height × width] ink in [0,1]; there is none around the image.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="level">Of ink, above 0.</param>
    public static InkOutline Trace(ReadOnlySpan<float> pixels, int width, double level)
    {
        var length = 0.0;
        var quarterTurns = 0;
        for (var y = -1; y < pixels.Length / width; y++)
        {
            for (var x = -1; x < width; x++)
            {
                var square = new Square(
                    Ink(pixels, width, x, y) - level,
                    Ink(pixels, width, x + 1, y) - level,
                    Ink(pixels, width, x + 1, y + 1) - level,
                    Ink(pixels, width, x, y + 1) - level
                );
                length += square.LineLength;
                quarterTurns += square.QuarterTurns;
            }
        }

        return new(length, quarterTurns / 4);
    }

    private static double Ink(ReadOnlySpan<float> pixels, int width, int x, int y) =>
        x >= 0 && x < width && y >= 0 && y < pixels.Length / width ? pixels[y * width + x] : 0;

    /// <summary>The centers of four pixels, clockwise from the top left: how far each is above the level.</summary>
    private readonly record struct Square(double A, double B, double C, double D)
    {
        /// <summary>
        /// Around each piece of ink the line turns once, around each hole once the other way (Gray 1971, bit quads).
        /// </summary>
        public int QuarterTurns =>
            Inked switch
            {
                1 => 1,
                3 => -1,
                2 when IsSaddle => IsJoined ? -2 : 2,
                _ => 0,
            };

        public double LineLength =>
            Inked switch
            {
                1 or 3 => AroundA + AroundB + AroundC + AroundD,
                2 when IsSaddle => A >= 0 == IsJoined ? AroundB + AroundD : AroundA + AroundC,
                2 => A >= 0 == B >= 0 ? Between(A, D, B, C) : Between(A, B, D, C),
                _ => 0,
            };

        private int Inked => (A >= 0 ? 1 : 0) + (B >= 0 ? 1 : 0) + (C >= 0 ? 1 : 0) + (D >= 0 ? 1 : 0);

        /// <summary>Of two inked corners, they are across from each other.</summary>
        private bool IsSaddle => A >= 0 == C >= 0;

        /// <summary>The ink in opposite corners meets in the middle.</summary>
        private bool IsJoined => A + B + C + D >= 0;

        private double AroundA => Around(A, D, B);

        private double AroundB => Around(B, A, C);

        private double AroundC => Around(C, B, D);

        private double AroundD => Around(D, C, A);

        /// <summary>Cuts a corner off from both its neighbors; 0 unless both are on the other side of the level.</summary>
        private static double Around(double corner, double last, double next) =>
            corner >= 0 == last >= 0 || corner >= 0 == next >= 0
                ? 0
                : double.Hypot(Crossing(corner, last), Crossing(corner, next));

        /// <summary>Leads from one side of the square to the side across.</summary>
        private static double Between(double from, double to, double fromAcross, double toAcross) =>
            double.Hypot(1, Crossing(from, to) - Crossing(fromAcross, toAcross));

        /// <summary>Where the level is met on the way from one pixel, at 0, to the next, at 1.</summary>
        private static double Crossing(double from, double to) => from / (from - to);
    }
}

namespace CsrGraph.Text;

/// <summary>What a <see cref="TextFlag"/> reports.</summary>
public enum TextFlagKind
{
    /// <summary>Characters that a wrong decoding had destroyed were restored, and the bytes prove them.</summary>
    RepairedLoss,

    /// <summary>Characters seem lost, but nothing proves which: the text was left as it is.</summary>
    UnprovenLoss,
}

/// <summary>A place in a raw text where something was lost.</summary>
/// <param name="Kind">Whether the loss was repaired.</param>
/// <param name="Start">Where it begins in the raw text, in UTF-16 units.</param>
/// <param name="End">Where it ends, exclusive.</param>
/// <param name="Message">What was seen, for a person to judge.</param>
/// <param name="Restored">The characters put in place, simplified; null where nothing was repaired.</param>
public sealed record TextFlag(TextFlagKind Kind, int Start, int End, string Message, string? Restored = null);

namespace CsrGraph.Generation;

/// <summary>Two states of what a curator says of the same made sources.</summary>
public enum Edition
{
    /// <summary>As it was first written down, with a few slips.</summary>
    First,

    /// <summary>The same with the slips mended: a claim is gone for each that takes its place.</summary>
    Corrected,
}

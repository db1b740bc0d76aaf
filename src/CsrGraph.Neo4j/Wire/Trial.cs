namespace CsrGraph.Neo4j.Wire;

/// <summary>Something that is tried, and what is known of doing it once more.</summary>
/// <param name="Limit">How long all attempts together may take.</param>
/// <param name="Repeats">After which errors it may be put again.</param>
/// <param name="IsCommit">Whether it writes for good, so that a lost answer leaves open whether it did.</param>
internal sealed record Trial(TimeSpan Limit, Func<Exception, bool> Repeats, bool IsCommit = false)
{
    /// <summary>What the latest attempt that may be repeated met with.</summary>
    public Exception? Last { get; private set; }

    /// <summary>Whether a caller has been handed rows that it cannot give back.</summary>
    public bool HasHandedRows { get; set; }

    /// <summary>A read: nothing is done twice by asking twice.</summary>
    public static bool AsRead(Exception e) => AsWrite(e) || ErrorCodes.IsLost(e);

    /// <summary>A transaction as a whole: again where Neo4j refused it, or never saw it.</summary>
    public static bool AsWrite(Exception e) => ErrorCodes.IsTransient(e) || ErrorCodes.IsStaleBookmark(e) || ErrorCodes.IsUnsent(e);

    /// <summary>A part of a transaction: an error ends the transaction, so the part alone is only put again where Neo4j never saw it.</summary>
    public static bool AsPart(Exception e) => ErrorCodes.IsUnsent(e);

    /// <summary>The work of a transaction: what never reached Neo4j has been put again by its parts already.</summary>
    public static bool AsWork(Exception e) => AsRead(e) && !ErrorCodes.IsUnsent(e);

    public bool MayRepeat(Exception exception)
    {
        if (HasHandedRows || !Repeats(exception)) return false;
        Last = exception;
        return true;
    }
}

namespace CsrGraph.Store;

/// <summary>The store cannot do what is asked now; whoever runs it can mend that. The message says how.</summary>
public class StoreUnavailableException : Exception
{
    /// <summary>Makes one.</summary>
    public StoreUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>Another process is writing; the message says who.</summary>
public sealed class StoreBusyException(string message) : StoreUnavailableException(message);

/// <summary>The store moved on since the changes were computed: compute them again.</summary>
public sealed class StoreMovedException(long expected, long actual)
    : StoreUnavailableException($"the store is at change-set {actual}, no longer at {expected}: somebody loaded meanwhile; do it again")
{
    /// <summary>The head as it is.</summary>
    public long Actual { get; } = actual;
}

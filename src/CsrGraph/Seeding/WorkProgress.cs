namespace CsrGraph.Seeding;

/// <summary>How far long work has come. Written by who works, looked at by who says so, on whatever threads.</summary>
public sealed class WorkProgress
{
    private volatile string what = "";
    private long total;
    private long done;
    private long claims;

    /// <summary>What is being done now.</summary>
    public string What => what;

    /// <summary>How much of it is done, from 0 to 1; null where nobody knows.</summary>
    public double? Part => Interlocked.Read(ref total) is > 0 and var all ? Math.Min(1, (double)Interlocked.Read(ref done) / all) : null;

    /// <summary>How many claims this work has been through.</summary>
    public long Claims => Interlocked.Read(ref claims);

    /// <summary>Begins a piece of work.</summary>
    /// <param name="name">What is being done.</param>
    /// <param name="size">How much there is to do, in whatever unit <see cref="Advance"/> is told; null where nobody knows.</param>
    public void Begin(string name, long? size)
    {
        Interlocked.Exchange(ref done, 0);
        Interlocked.Exchange(ref claims, 0);
        Interlocked.Exchange(ref total, size ?? 0);
        what = name;
    }

    /// <summary>So much more is done.</summary>
    public void Advance(long more) => Interlocked.Add(ref done, more);

    /// <summary>So many claims more have been gone through.</summary>
    public void Count(long more) => Interlocked.Add(ref claims, more);
}

namespace CsrGraph.GraphQL.Execution;

/// <summary>An answer's data as it is sent, from the answer's opening brace on.</summary>
internal sealed class WrittenData
{
    public WrittenData() => Bytes.Append(Opening);

    /// <summary>What stands before the data.</summary>
    public static ReadOnlySpan<byte> Opening => "{\"data\":"u8;

    public PooledBytes Bytes { get; } = new();

    /// <summary>The data alone.</summary>
    public ReadOnlySpan<byte> Data => Bytes.Written.Span[Opening.Length..];
}

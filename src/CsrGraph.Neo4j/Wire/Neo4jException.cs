namespace CsrGraph.Neo4j.Wire;

/// <summary>An error that Neo4j answered with.</summary>
internal sealed class Neo4jException(string code, string message) : Exception($"{code}: {message}")
{
    /// <summary>Such as <c>Neo.ClientError.Statement.SyntaxError</c>.</summary>
    public string Code { get; } = code;
}

namespace CsrGraph.Neo4j.Wire;

/// <summary>The answer ended in the middle: nothing of it counts.</summary>
internal sealed class CutAnswerException(Exception? inner = null) : Exception("the connection ended in the middle of the answer", inner);

/// <summary>What answered is not Neo4j's Query API.</summary>
internal sealed class ForeignAnswerException(string message, Exception? inner = null) : Exception(message, inner);

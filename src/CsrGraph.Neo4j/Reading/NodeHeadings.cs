using System.Globalization;
using CsrGraph.Model;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>
/// The headings of one database's entities, by the number that the <c>elementId</c> of a node ends in: Neo4j tells it without a look at the node. What
/// comes before the number is the same for all nodes of a database.
/// </summary>
internal sealed class NodeHeadings
{
    /// <summary>
    /// An expression about the node <c>s</c> that has the store's state: when something was last moved, by the server's clock, and the node's
    /// <c>elementId</c>. It tells databases apart, also one that was emptied and filled again.
    /// </summary>
    public const string Origin = "toString(coalesce(s.movingUntil, 0)) + ' ' + elementId(s)";

    private readonly HeadingMemory memory = new();
    private readonly string before;

    private NodeHeadings(string origin, string before) => (From, this.before) = (origin, before);

    /// <summary>The origin of all that is known.</summary>
    public string From { get; }

    /// <summary>Nothing is known yet.</summary>
    /// <returns>Null where the <c>elementId</c> does not end in a number: then nodes cannot be named.</returns>
    public static NodeHeadings? Of(string origin)
    {
        var before = origin[(origin.IndexOf(' ', StringComparison.Ordinal) + 1)..(origin.LastIndexOf(':') + 1)];
        return before.Length > 0 && IsNumber(origin.AsSpan(origin.LastIndexOf(':') + 1), out _) ? new NodeHeadings(origin, before) : null;
    }

    /// <summary>The number of a node, as an expression; null where there is none.</summary>
    public string Number(string node, Question question) => $"toInteger({Digits(node, question)})";

    /// <summary>The heading of an entity, with its node's number, as an expression.</summary>
    public string Named(string node, string row, Question question) => EntityColumns.NamedHeading(Digits(node, question), node, row, question);

    /// <summary>The <c>elementId</c> of a node.</summary>
    public string ElementId(long node) => string.Create(CultureInfo.InvariantCulture, $"{before}{node}");

    /// <summary>Finds what is known; null for the rest.</summary>
    public void Find(long head, ReadOnlySpan<long> nodes, Span<Entity?> found)
    {
        if (memory.At(head) is { } known) known.Find(nodes, found);
        else found.Clear();
    }

    /// <summary>Reads a heading with its node's number; null where that cannot be told.</summary>
    public static (long? Node, Entity Heading) Read(string named)
    {
        var heading = EntityColumns.ReadNamedHeading(named, out var digits);
        return (IsNumber(digits, out var node) ? node : null, heading);
    }

    /// <summary>Remembers a heading of an answer that counts.</summary>
    /// <returns>False where it was known.</returns>
    public bool Add(long head, long node, Entity heading)
    {
        if (memory.At(head) is not { } known) return true;
        if (known.Find(node) is not null) return false;
        known.Add(node, heading);
        return true;
    }

    private static bool IsNumber(ReadOnlySpan<char> digits, out long number) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private string Digits(string node, Question question) => $"substring(elementId({node}), {question.Value((long)before.Length)})";
}

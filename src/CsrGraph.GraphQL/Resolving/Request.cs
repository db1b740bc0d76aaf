using CsrGraph.Store;
using GraphQL.Types;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>What lasts as long as one request: its level, and what its fields ask.</summary>
internal sealed class Request
{
    private readonly Dictionary<(FieldType Field, GraphQLField Place, AsOf AsOf), object> shapes = [];
    private readonly Dictionary<GraphQLField, Wants> wants = [];

    public Request(IGraphStore store, int maxRows)
    {
        Had = new RowLimit(maxRows);
        ReadsAhead = store.ReadsAhead;
        Level = new Level(store, Had);
    }

    /// <summary>What it has had of the store so far.</summary>
    public RowLimit Had { get; }

    /// <summary>True where the store may answer what comes next along with what is asked.</summary>
    public bool ReadsAhead { get; }

    /// <summary>Where fields ask.</summary>
    public Level Level { get; }

    /// <summary>What a field selects, worked out once for each place in the document.</summary>
    public Wants WantsOf(GraphQLField field, Func<Wants> read)
    {
        if (wants.TryGetValue(field, out var known)) return known;
        return wants[field] = read();
    }

    /// <summary>
    /// What a field asks of all its parents, worked out once for each place in the document: what it is to read ahead hangs on what is selected below,
    /// where the same field may stand again.
    /// </summary>
    public T ShapeOf<T>(FieldType field, GraphQLField place, AsOf asOf, Func<T> make)
        where T : class
    {
        var key = (field, place, asOf);
        if (shapes.TryGetValue(key, out var known)) return (T)known;
        var made = make();
        shapes.Add(key, made);
        return made;
    }
}

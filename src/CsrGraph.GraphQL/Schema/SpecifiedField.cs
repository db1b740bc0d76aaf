using CsrGraph.GraphQL.Resolving;
using CsrGraph.Store;
using GraphQL;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>How much of its source a field looks at, so that a store is asked for no more.</summary>
internal enum Reads
{
    /// <summary>All of it.</summary>
    All,

    /// <summary>Of an entity its heading (<see cref="Store.EntityParts.Heading"/>), of an edge all but its claim.</summary>
    Heading,

    /// <summary>The heading, and all of it where an argument is given.</summary>
    HeadingUnlessArgued,
}

/// <summary>A field of ours in the library's form.</summary>
internal sealed class SpecifiedField(Reads reads, Func<object, object?>? read, bool asks, int price) : FieldType
{
    /// <summary>What it costs beside the objects that it leads to.</summary>
    public int Price => price;

    /// <summary>Reads the value from the source, where no argument is given; null where it takes more than that.</summary>
    public Func<object, object?>? Read { get; set; } = read;

    /// <summary>True where what it reads may still have to be asked for.</summary>
    public bool Asks => asks;

    /// <summary>Tells what it will ask of each entity, all of which are read from a scope; null where that cannot be told beforehand.</summary>
    public Func<IResolveFieldContext, Scope, Shape<RelationRequest>?>? Ahead { get; set; }

    /// <summary>How much of its source it looks at.</summary>
    public Reads Reads => reads;
}

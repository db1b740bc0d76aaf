using CsrGraph.GraphQL.Limits;
using CsrGraph.Store;
using CsrGraph.Vocabulary;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>An input type whose fields are sort terms; it reads its own values.</summary>
internal sealed class SortType : InputObjectGraphType
{
    private readonly Dictionary<string, Func<object, SortTerm>> readers = new(StringComparer.Ordinal);

    /// <summary>Adds a term.</summary>
    public void Term(string name, IGraphType type, string description, Func<object, SortTerm> read)
    {
        readers.Add(name, read);
        AddField(new FieldType { Name = name, Description = description, ResolvedType = type });
    }

    /// <summary>Reads the terms of an argument; the given ones where it is missing or empty.</summary>
    public IReadOnlyList<SortTerm> Read(object? value, IReadOnlyList<SortTerm> otherwise)
    {
        if (value is not System.Collections.IEnumerable list) return otherwise;
        SortTerm[] terms = [.. list.Cast<IDictionary<string, object?>>().Select(Read)];
        return terms.Length == 0 ? otherwise : terms;
    }

    private SortTerm Read(IDictionary<string, object?> term)
    {
        if (term.Count != 1) throw ApiError.Input("each item of 'sort' names one field: [{ date: DESC }, { name: ASC }]");
        var (name, value) = term.First();
        return readers[name](value ?? throw ApiError.Input($"the sort direction of '{name}' is null"));
    }
}

/// <summary>The orders of entities, relations and claims, made of the vocabulary.</summary>
internal sealed class SortTypes(TypeRegistry registry, LeafTypes leaves, KindTypes kinds, VocabularyDefinition vocabulary)
{
    /// <summary>The order of entities of a type.</summary>
    public SortType Of(IGraphType type, IReadOnlyList<KindDefinition> over) => Add($"{type.Name}Sort", type.Name, sort => Entities(sort, over));

    /// <summary>The order of a relation's connection: by the far entity, or by the relation.</summary>
    public SortType Of(RelationField field)
    {
        var (type, over) = kinds.Narrowest(field.FarKinds);
        return Add($"{type.Name}RelationSort", $"relation by its {type.Name}", sort =>
        {
            Entities(sort, over);
            Claims(sort);
        });
    }

    /// <summary>The order of claims.</summary>
    public SortType OfClaims() => Add("ClaimSort", "claim", Claims);

    private SortType Add(string name, string what, Action<SortType> fill) => registry.GetOrAdd(
        name, () => new SortType { Name = name, Description = $"One term of the order of a {what}: exactly one field." }, fill);

    private void Entities(SortType sort, IReadOnlyList<KindDefinition> over)
    {
        if (over.Any(k => k.Id == KindDefinition.Document))
        {
            Direction(sort, "title", SortBy.Name, "By title: pinyin, then code points.");
            Direction(sort, "published", SortBy.Date, "By the day of publication.");
            return;
        }

        Direction(sort, "name", SortBy.Name, "By name: pinyin, then code points.");
        if (over.Any(k => k.Interface == KindDefinition.Initiative)) Direction(sort, "date", SortBy.Date, "By the first day of the date.");
        var count = registry.GetOrAdd(
            "CountSort",
            () => new InputObjectGraphType { Name = "CountSort", Description = "An order by how many there are." },
            type => type.AddField(new FieldType
            {
                Name = "count",
                Description = "By how many distinct entities stand there.",
                ResolvedType = leaves.Direction.Required(),
            }));
        foreach (var field in over.SelectMany(k => vocabulary.FieldsOf(k.Id)).DistinctBy(f => f.Field))
        {
            var key = FilterTypes.Key(field);
            sort.Term(field.Field, count, $"By the number of entities under '{field.Field}'.", value =>
                new SortTerm(SortBy.RelationCount, (bool)((IDictionary<string, object?>)value)["count"]!, key));
        }
    }

    private void Claims(SortType sort)
    {
        Direction(sort, "when", SortBy.When, "By the first day on which it may hold.");
        Direction(sort, "printed", SortBy.Rank, "By its place in the text.");
    }

    private void Direction(SortType sort, string name, SortBy by, string description) =>
        sort.Term(name, leaves.Direction, description, value => new SortTerm(by, (bool)value));
}

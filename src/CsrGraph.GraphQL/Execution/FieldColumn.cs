using GraphQL.Types;

namespace CsrGraph.GraphQL.Execution;

/// <summary>The values of one field for all objects of a group, and the objects among them.</summary>
internal sealed class FieldColumn(ObjectGroup owner, PlannedField field)
{
    private readonly List<ObjectGroup> groups = [];
    private List<ObjectGroup>? order;
    private int read;

    public ObjectGroup Owner { get; } = owner;

    public PlannedField Field { get; } = field;

    /// <summary>A value for each object of the owner; a <see cref="Failure"/> where there is none.</summary>
    public object?[] Values { get; } = new object?[owner.Count];

    /// <summary>The objects in these values, by type.</summary>
    public IReadOnlyList<ObjectGroup> Groups => groups;

    /// <summary>Forgets the objects, so that the values can be looked through again.</summary>
    public void Clear()
    {
        groups.Clear();
        order = null;
    }

    /// <summary>The group for objects of a type; null before the type's first.</summary>
    public ObjectGroup? Find(IObjectGraphType type)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            if (groups[i].Plan.Type == type) return groups[i];
        }

        return null;
    }

    /// <summary>Begins the group of the plan's type.</summary>
    public ObjectGroup Begin(SelectionPlan plan)
    {
        var made = new ObjectGroup(plan, this);
        groups.Add(made);
        return made;
    }

    /// <summary>Adds an object after all others of this column.</summary>
    public void Add(ObjectGroup group, object source)
    {
        if (order is null && groups.Count > 1) order = [.. Enumerable.Repeat(groups[0], groups[0].Count)];
        order?.Add(group);
        group.Add(source);
    }

    /// <summary>The group of each object in the order of the values, from the first on.</summary>
    public ObjectGroup Next() => order is null ? groups[0] : order[read++];

    /// <summary>The group of the object at a place among all objects of this column, counted from 0.</summary>
    public ObjectGroup GroupAt(int place) => order is null ? groups[0] : order[place];
}

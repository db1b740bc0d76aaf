using CsrGraph.Store;

namespace CsrGraph.GraphQL.Resolving;

/// <summary>What a selection needs of the store.</summary>
[Flags]
internal enum Wants
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Rows.</summary>
    Rows = 1,

    /// <summary>The numbers of all.</summary>
    Totals = 2,

    /// <summary>More of the entities than their headings.</summary>
    Records = 4,

    /// <summary>The relations' claims.</summary>
    Claims = 8,

    /// <summary>The rows' places, for cursors.</summary>
    Places = 16,

    /// <summary>The first and the last day of all.</summary>
    Days = 32,

    /// <summary>What the rosters of all name and state.</summary>
    Rosters = 64,
}

/// <summary>What is wanted, in the store's words.</summary>
internal static class WantsWords
{
    public static AggregateParts Aggregates(this Wants wants) =>
        (wants.HasFlag(Wants.Days) ? AggregateParts.Days : AggregateParts.None) | (wants.HasFlag(Wants.Rosters) ? AggregateParts.Rosters : AggregateParts.None);

    public static EntityParts Parts(this Wants wants) => wants.HasFlag(Wants.Records) ? EntityParts.Record : EntityParts.Heading;
}

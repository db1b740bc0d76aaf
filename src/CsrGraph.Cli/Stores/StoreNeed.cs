namespace CsrGraph.Cli.Stores;

/// <summary>What a verb needs of a store.</summary>
internal enum StoreNeed
{
    /// <summary>It must be there.</summary>
    Existing,

    /// <summary>It is made where it is missing.</summary>
    Made,

    /// <summary>Where it is missing, an empty one takes its place and is gone afterwards.</summary>
    ReadOrEmpty,
}

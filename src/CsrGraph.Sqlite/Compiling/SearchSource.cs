namespace CsrGraph.Sqlite.Compiling;

/// <summary>One way of looking for names.</summary>
/// <param name="Reason">The reason that names are found for by it, as <see cref="Store.SearchReason"/> numbers it; null where by several.</param>
/// <param name="Rows">The SELECT of the rows of all names that are found so.</param>
/// <param name="Index">The index that has names by length and id.</param>
/// <param name="Holds">The condition on a name <c>n</c> that is gone through in the order of that index.</param>
/// <param name="IsCommon">True where so many names are found that going through all in their order, until the page is full, is less.</param>
internal sealed record SearchSource(int? Reason, string Rows, string Index, string Holds, bool IsCommon);

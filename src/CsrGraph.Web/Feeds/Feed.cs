using CsrGraph.Store;

namespace CsrGraph.Web.Feeds;

/// <summary>What was changed.</summary>
/// <param name="About">The id of whom or what it is about; null for everything.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Entries">The latest first.</param>
internal sealed record Feed(string? About, string Title, IReadOnlyList<FeedEntry> Entries);

/// <summary>One change-set, or what it changed of one entity.</summary>
/// <param name="ChangeSet">The change-set.</param>
/// <param name="Lines">Sentences, each with a sign: + added, - retracted, ~ changed.</param>
/// <param name="More">How many sentences more it has.</param>
internal sealed record FeedEntry(ChangeSet ChangeSet, IReadOnlyList<string> Lines, long More);

namespace CsrGraph.Store;

/// <summary>One load, or one rollback: what was added and retracted at once.</summary>
/// <param name="Number">From 1 on, without gaps.</param>
/// <param name="At">When it was applied; later numbers are never earlier.</param>
/// <param name="Author">Who applied it.</param>
/// <param name="Message">What for.</param>
/// <param name="SourceHash">The SHA-256 of the seed folder that was loaded; null for a rollback.</param>
/// <param name="Added">How many claims it added.</param>
/// <param name="Retracted">How many claims it retracted.</param>
public sealed record ChangeSet(long Number, DateTimeOffset At, string Author, string Message, string? SourceHash, long Added, long Retracted);

/// <summary>A change-set that is to be applied.</summary>
/// <param name="ExpectedHead">The head that the changes were computed against.</param>
/// <param name="At">When; a time before the last change-set's is raised to it.</param>
/// <param name="Author">Who.</param>
/// <param name="Message">What for.</param>
/// <param name="SourceHash">The SHA-256 of the seed folder; null for a rollback.</param>
public sealed record NewChangeSet(long ExpectedHead, DateTimeOffset At, string Author, string Message, string? SourceHash);

/// <summary>Asks for change-sets. Every condition given must hold.</summary>
/// <param name="Limit">At most so many, the latest first.</param>
/// <param name="Number">Only this one.</param>
/// <param name="UpTo">Only those up to this number.</param>
/// <param name="At">Only those applied at this moment or before.</param>
public sealed record ChangeSetRequest(int Limit, long? Number = null, long? UpTo = null, DateTimeOffset? At = null);

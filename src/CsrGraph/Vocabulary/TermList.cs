namespace CsrGraph.Vocabulary;

/// <summary>One term of a closed list.</summary>
/// <param name="Id">In capitals: <c>ADDRESS</c>.</param>
/// <param name="Label">Its name in both languages.</param>
/// <param name="Description">One sentence for the API's reader, in English; empty where the label says it all.</param>
public sealed record Term(string Id, Label Label, string Description);

/// <summary>A closed list of terms, one GraphQL enum.</summary>
/// <param name="Id">In capitals: <c>SPEECH_ACT</c>.</param>
/// <param name="TypeName">The GraphQL enum: <c>SpeechAct</c>.</param>
/// <param name="Description">One sentence for the API's reader, in English.</param>
/// <param name="Terms">In the order in which they are shown.</param>
public sealed record TermList(string Id, string TypeName, string Description, IReadOnlyList<Term> Terms);

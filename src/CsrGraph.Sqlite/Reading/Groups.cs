namespace CsrGraph.Sqlite.Reading;

/// <summary>Puts requests together that differ in their anchors alone, so that a statement answers them all.</summary>
internal static class Groups
{
    /// <summary>
    /// Answers each group with one call of <paramref name="answer"/>, which takes one of its requests and the anchors of all, and deals the answers
    /// out again.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<TAnswer>> Answer<TRequest, TAnchor, TAnswer>(
        IReadOnlyList<TRequest> requests,
        Func<TRequest, string> shape,
        Func<TRequest, IReadOnlyList<TAnchor>> anchors,
        Func<TRequest, IReadOnlyList<TAnchor>, Func<int, TAnswer>> answer)
    {
        var answers = new IReadOnlyList<TAnswer>[requests.Count];
        foreach (var group in Enumerable.Range(0, requests.Count).GroupBy(i => shape(requests[i])))
        {
            TAnchor[] all = [.. group.SelectMany(i => anchors(requests[i]))];
            var answered = answer(requests[group.First()], all);
            var next = 0;
            foreach (var i in group)
            {
                var own = new TAnswer[anchors(requests[i]).Count];
                for (var a = 0; a < own.Length; a++) own[a] = answered(next++);
                answers[i] = own;
            }
        }

        return answers;
    }
}

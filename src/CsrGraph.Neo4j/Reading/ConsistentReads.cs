using System.Runtime.ExceptionServices;
using System.Text;
using System.Text.Json;
using CsrGraph.Neo4j.Compiling;
using CsrGraph.Neo4j.State;
using CsrGraph.Neo4j.Wire;
using CsrGraph.Store;

namespace CsrGraph.Neo4j.Reading;

/// <summary>
/// Takes the rows of a part of a question: which one, which of its anchors, and what it is answered. The reader stands at the answer's first token, and
/// is left at its last one.
/// </summary>
internal delegate void AnswerHandler(int part, int anchor, ref Utf8JsonReader answer);

/// <summary>
/// Puts questions so that each is answered for one state, although Neo4j isolates statements only as READ COMMITTED does. An answer ends with the
/// store's state as it was when everything before had been read, and is taken only where that says that nothing was moved meanwhile. A row of a node that
/// was being moved may lack some of its values, so that it cannot be read: that is an error only where nothing was moved.
/// </summary>
internal sealed class ConsistentReads(Neo4jClient client)
{
    // A settling moves at most a thousand rows at a time and is over soon; a question that meets one each time is asked often enough.
    private const int Attempts = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private const string StateText =
        $"MATCH (s:CsrGraph {{id: 'store'}}) RETURN -1 AS q, 0 AS i, [{StoreState.Columns}, {NodeHeadings.Origin}] AS r";

    private int running;
    private long settled;
    private volatile string? origin;

    /// <summary>The change-set that the plain form told of when an answer last came; -1 where one was being settled.</summary>
    public long Settled => Interlocked.Read(ref settled);

    /// <summary>The <see cref="NodeHeadings.Origin"/> of that answer.</summary>
    public string? Origin => origin;

    /// <summary>True while no question is under way.</summary>
    public bool AreIdle => Volatile.Read(ref running) == 0;

    /// <summary>Asks.</summary>
    /// <param name="asOf">The state asked. One beyond the head is the head.</param>
    /// <param name="needsHistory">True where the plain form has no answer.</param>
    /// <param name="compile">Gives the parts, each of which returns <c>q</c> (the part), <c>i</c> (the anchor) and <c>r</c> (the answer).</param>
    /// <param name="begin">Called before each attempt, with what then takes its answers.</param>
    /// <param name="cancellation">Stops the work, in Neo4j too.</param>
    public async Task ReadAsync(
        AsOf asOf, bool needsHistory, Func<Question, IEnumerable<string>> compile, Func<AnswerHandler> begin, CancellationToken cancellation)
    {
        Interlocked.Increment(ref running);
        try
        {
            await ReadUntilStillAsync(asOf, needsHistory, compile, begin, cancellation);
        }
        finally
        {
            Interlocked.Decrement(ref running);
        }
    }

    private async Task ReadUntilStillAsync(
        AsOf asOf, bool needsHistory, Func<Question, IEnumerable<string>> compile, Func<AnswerHandler> begin, CancellationToken cancellation)
    {
        var isHistory = needsHistory || asOf.Head != Settled;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var question = new Question(asOf, isHistory);
            string[] parts = [.. compile(question)];
            if (parts.Length == 0)
            {
                begin();
                return;
            }

            var gathered = await AskAsync(question, parts, begin, cancellation);
            var (first, last) = (gathered.States[0], gathered.States[^1]);
            Interlocked.Exchange(ref settled, last.Settled);
            if (last.Head < asOf.Head)
            {
                asOf = asOf with { Head = last.Head };
                isHistory = needsHistory || asOf.Head != last.Settled;
                continue;
            }

            if (isHistory ? first.IsStillThatOf(last) : last.Settled == asOf.Head)
            {
                gathered.Unreadable?.Throw();
                return;
            }

            if (isHistory) await Task.Delay(Pause, cancellation);
            isHistory = true;
        }

        throw new StoreUnavailableException("the database is being rearranged after a load all the time: ask again");
    }

    private async Task<Gathered> AskAsync(
        Question question, string[] parts, Func<AnswerHandler> begin, CancellationToken cancellation)
    {
        // UNION ALL runs one branch after the other.
        var text = new StringBuilder();
        if (question.IsHistory) text.Append(StateText).Append(" UNION ALL ");
        foreach (var part in parts) text.Append(part).Append(" UNION ALL ");
        text.Append(StateText);
        var gathered = await client.ReadAsync(question.Statement(text.ToString()), () => new Gathered(begin()), Take, cancellation);
        origin = gathered.Origin;
        if (gathered.States.Count == 0) throw new StoreUnavailableException("the database holds no store any more: start again to make one");
        return gathered;
    }

    private static void Take(ref Utf8JsonReader reader, Gathered gathered)
    {
        var (part, anchor) = ((int)reader.NextNumber()!.Value, (int)reader.NextNumber()!.Value);
        reader.Read();
        if (part >= 0)
        {
            if (gathered.Unreadable is not null) return;
            try
            {
                gathered.Handler(part, anchor, ref reader);
            }
            catch (Exception e)
            {
                gathered.Unreadable = ExceptionDispatchInfo.Capture(e);
            }

            return;
        }

        gathered.States.Add(new StoreState(reader.NextNumber()!.Value, reader.NextNumber()!.Value, reader.NextNumber()!.Value));
        gathered.Origin = reader.NextText();
    }

    private sealed record Gathered(AnswerHandler Handler)
    {
        public List<StoreState> States { get; } = [];

        // What the first row that could not be read led to.
        public ExceptionDispatchInfo? Unreadable { get; set; }

        public string? Origin { get; set; }
    }
}

using System.Globalization;
using CsrGraph.GraphQL.Limits;
using CsrGraph.GraphQL.Resolving;
using CsrGraph.Store;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace CsrGraph.GraphQL.Schema;

/// <summary>Change-sets, and the root's ways to them.</summary>
internal sealed class HistoryFields(LeafTypes leaves, SourceTypes sources, ObjectGraphType changeSet)
{
    /// <summary>The only field of a subscription.</summary>
    public const string Applied = "changeSetApplied";

    /// <summary>Fills the type of a change-set.</summary>
    public void Fill(ClaimFields claims)
    {
        Add("number", leaves.Int.Required(), "From 1 on, without gaps.", c => c.Number);
        Add("at", leaves.Moment.Required(), "When it was applied.", c => c.At);
        Add("author", leaves.Text.Required(), "Who applied it.", c => c.Author);
        Add("message", leaves.Text.Required(), "What for.", c => c.Message);
        Add("sourceHash", leaves.Text, "The SHA-256 of the seed folder that was loaded; null for a rollback.", c => c.SourceHash);
        claims.Connection<ChangeSetAt>(
            "added", "The claims that it added.", new ClaimRequest { By = ClaimsBy.AddedIn, Sort = SortTerm.Printed, Page = PageRequest.All }, Anchor).AddTo(changeSet);
        claims.Connection<ChangeSetAt>(
            "retracted", "The claims that it retracted.", new ClaimRequest { By = ClaimsBy.RetractedIn, Sort = SortTerm.Printed, Page = PageRequest.All }, Anchor)
            .AddTo(changeSet);
    }

    /// <summary>Adds the fields of the root.</summary>
    public void AddTo(ObjectGraphType query)
    {
        new FieldSpec("changeSets", changeSet.Many(), "What was loaded and rolled back, the latest first (变更集).", context =>
        {
            var (scope, first) = (((Root)context.Source!).Scope, context.First());
            var upTo = context.Value("upTo") is int number ? Math.Min(number, scope.AsOf.Head) : scope.AsOf.Head;
            if (first == 0) return Array.Empty<object>();
            return scope.ChangeSets(new ChangeSetRequest(first, UpTo: upTo), found => found.Select(c => new ChangeSetAt(c, scope)).ToArray());
        },
        sources.FirstArgument(ArgumentReading.DefaultPage),
        new ArgumentSpec("upTo", leaves.Int, "Only those up to this number.")).AddTo(query);
        new FieldSpec("changeSet", changeSet, "A change-set by its number; null for an unknown one (变更集).", context =>
        {
            var (scope, number) = (((Root)context.Source!).Scope, (int)context.Value("number")!);
            if (number < 1) throw ApiError.Input($"'number' is {number}; change-sets are numbered from 1");
            return scope.ChangeSets(
                new ChangeSetRequest(1, number, UpTo: scope.AsOf.Head), found => found.Count == 0 ? null : new ChangeSetAt(found[0], scope));
        },
        new ArgumentSpec("number", leaves.Int.Required(), "Its number, from 1.")).AddTo(query);
    }

    /// <summary>Adds the field of the subscription's root; it gives the change-set that an event is about.</summary>
    public void AddSubscriptionTo(ObjectGraphType subscription)
    {
        new FieldSpec(
            Applied,
            changeSet.Required(),
            "Each change-set, once and in order, within two seconds, whoever applied it (变更通知). What is asked below it is answered as of that change-set.",
            context => ((Root)context.Source!).Applied,
            new ArgumentSpec(
                "about",
                leaves.Id.Many(),
                "Only those that touch one of these entities or documents, at most 100: its record, a claim that it is an end of, or such a claim's evidence."),
            new ArgumentSpec("kinds", leaves.EntityKind.Many(), "Only those that touch an entity of one of these kinds."),
            new ArgumentSpec("after", leaves.Int, "The last number that was seen: all later ones come, also those applied meanwhile. Else those from now on."))
            .AddTo(subscription);

        // Events come from elsewhere; the library wants to see that somebody has thought of it.
        subscription.Fields.Single().StreamResolver = new NoStream();
    }

    private static (string Anchor, Scope Scope) Anchor(ChangeSetAt source) =>
        (source.ChangeSet.Number.ToString(CultureInfo.InvariantCulture), source.Scope);

    private void Add(string name, IGraphType type, string description, Func<ChangeSet, object?> read) =>
        FieldSpec.Of<ChangeSetAt>(name, type, description, c => read(c.ChangeSet)).AddTo(changeSet);

    private sealed class NoStream : ISourceStreamResolver
    {
        public ValueTask<IObservable<object?>> ResolveAsync(IResolveFieldContext context) => throw new NotSupportedException("subscriptions draw their events");
    }
}

using CsrGraph.GraphQL.Resolving;
using CsrGraph.GraphQL.Schema;
using GraphQL.DataLoader;
using GraphQL.Types;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CsrGraph.GraphQL.Execution;

/// <summary>
/// Finds the values of one request, breadth first: every field of a level is resolved for all its objects, and what they ask of the store is waited
/// for together, so that a level is one call however many rows it has.
/// </summary>
internal sealed class LevelRun(ExecutionContext context, DocumentPlans plans)
{
    private readonly ColumnCompletion completion = new(context, plans);
    private readonly Queue<ObjectGroup> ready = new();
    private readonly List<(FieldColumn Column, IReadOnlyList<Awaited> Awaited)> asking = [];
    private readonly List<(FieldColumn Column, int Row, Task<object?> Task)> running = [];

    public ExecutionContext Context => context;

    /// <summary>Finds all values below the root.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public async Task<ObjectGroup> FindAsync(IObjectGraphType type)
    {
        var root = new ObjectGroup(plans.Of(context, context.Operation.SelectionSet, type), null);
        root.Add(context.RootValue);
        ready.Enqueue(root);
        while (true)
        {
            while (ready.TryDequeue(out var group)) Start(group);
            if (running.Count > 0) await FinishRunningAsync();
            else if (asking.Count > 0) await EndLevelAsync();
            else return root;
        }
    }

    /// <summary>What will be asked of the objects that a field leads to, by their types.</summary>
    public IEnumerable<SelectionPlan> PlansBelow(PlannedField field)
    {
        if (field.Field.SelectionSet is not { } selection) return [];
        var shape = field.Shape;
        while (shape.Item is { } item) shape = item;
        return shape.Object is { } type
            ? [plans.Of(context, selection, type)]
            : shape.Abstract!.PossibleTypes.Select(t => plans.Of(context, selection, t));
    }

    private void Start(ObjectGroup group)
    {
        var fields = group.Plan.Columns;
        for (var i = 0; i < fields.Length; i++)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var column = new FieldColumn(group, fields[i]);
            group.Columns[i] = column;
            var before = running.Count;
            if (fields[i].Read is { } read) ReadAll(column, read);
            else ResolveAll(column);
            if (running.Count == before) Settle(column);
        }
    }

    private void ReadAll(FieldColumn column, Func<object, object?> read)
    {
        for (var row = 0; row < column.Values.Length; row++)
        {
            try
            {
                column.Values[row] = read(column.Owner[row]!);
            }
            catch (Exception e) when (!IsCancelled(e))
            {
                column.Values[row] = new Failure(e);
            }
        }
    }

    private void ResolveAll(FieldColumn column)
    {
        LevelFieldContext? field = null;
        var mayKeep = column.Field.Definition is not SpecifiedField;
        for (var row = 0; row < column.Values.Length; row++)
        {
            field ??= new LevelFieldContext(this, column.Owner, column.Field);
            field.Row = row;
            try
            {
                var resolving = column.Field.Resolver.ResolveAsync(field);
                if (resolving.IsCompletedSuccessfully)
                {
                    var value = resolving.Result;
                    column.Values[row] = value;
                    // What is enumerated later, or asks, may still look at its context, but for our own fields.
                    if (mayKeep && value is IDataLoaderResult or (System.Collections.IEnumerable and not string)) field = null;
                    continue;
                }

                running.Add((column, row, resolving.AsTask()));
            }
            catch (Exception e) when (!IsCancelled(e))
            {
                column.Values[row] = new Failure(e);
            }

            field = null;
        }
    }

    private void Settle(FieldColumn column)
    {
        var awaited = completion.Complete(column);
        if (awaited.Count > 0)
        {
            asking.Add((column, awaited));
            return;
        }

        foreach (var group in column.Groups) ready.Enqueue(group);
    }

    private async Task FinishRunningAsync()
    {
        await Together(running.Select(r => r.Task));
        foreach (var (column, row, task) in running) column.Values[row] = Outcome(task);
        FieldColumn[] columns = [.. running.Select(r => r.Column).Distinct()];
        running.Clear();
        foreach (var column in columns) Settle(column);
    }

    // Whatever is asked from here on belongs to the next level.
    private async Task EndLevelAsync()
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        var level = asking.ToArray();
        asking.Clear();
        var tasks = new List<Task>();
        foreach (var (_, awaited) in level)
        {
            foreach (var one in awaited) tasks.Add(Ask(one.Ask));
        }

        await Together(tasks);
        var next = 0;
        foreach (var (column, awaited) in level)
        {
            foreach (var one in awaited)
            {
                var task = tasks[next++];
                one.Values[one.Index] = one.Ask is ILevelAsk shared ? Take(shared) : Outcome((Task<object?>)task);
            }

            Settle(column);
        }
    }

    private Task Ask(IDataLoaderResult ask)
    {
        if (ask is ILevelAsk shared) return shared.EndLevel(context.CancellationToken);
        try
        {
            return ask.GetResultAsync(context.CancellationToken);
        }
        catch (Exception e) when (!IsCancelled(e))
        {
            return Task.FromException<object?>(e);
        }
    }

    private object? Take(ILevelAsk ask)
    {
        try
        {
            return ask.Take();
        }
        catch (Exception e) when (!IsCancelled(e))
        {
            return new Failure(e);
        }
    }

    private static async Task Together(IEnumerable<Task> tasks)
    {
        // Each says itself how it ended; none may go on unattended.
        foreach (var task in tasks)
        {
            if (!task.IsCompleted) await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private object? Outcome(Task<object?> task)
    {
        if (task.IsCompletedSuccessfully) return task.Result;
        if (task.IsCanceled) context.CancellationToken.ThrowIfCancellationRequested();
        Exception found = task.Exception?.InnerException ?? new TaskCanceledException(task);
        return IsCancelled(found) ? throw new OperationCanceledException(found.Message, found, context.CancellationToken) : new Failure(found);
    }

    private bool IsCancelled(Exception e) => e is OperationCanceledException && context.CancellationToken.IsCancellationRequested;
}

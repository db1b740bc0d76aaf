using CsrGraph.GraphQL;
using CsrGraph.GraphQL.Execution;
using CsrGraph.GraphQL.Limits;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Resolvers;
using GraphQL.Types;
using Xunit;

namespace CsrGraph.Tests.GraphQL;

/// <summary>Resolvers see of their field what they see under the library's own strategy.</summary>
public sealed class FieldContextSpecs
{
    private const string Question =
        "{ rows: grid { where ... on Leaf { again: where } ... on Branch { one { up: where } } } grid { where } }";

    [Fact]
    public async Task A_field_knows_its_path_and_its_parents_in_lists_of_lists_of_several_types()
    {
        var strategy = new LevelStrategy();
        var expected = await AnswerAsync(() => new ParallelExecutionStrategy(), TestContext.Current.CancellationToken);
        Assert.Contains("rows/1/0/one/up", expected, StringComparison.Ordinal);
        Assert.Equal(expected, await AnswerAsync(() => strategy, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_question_that_is_cancelled_while_it_runs_has_no_answer()
    {
        using var cancelling = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AnswerAsync(() => new LevelStrategy(), cancelling.Token, cancelling.Cancel));
    }

    private static async Task<string> AnswerAsync(Func<IExecutionStrategy> strategy, CancellationToken cancellation, Action? first = null)
    {
        using var schema = Make(first);
        var options = new ApiOptions();
        var result = await new QueryExecuter(options, strategy).ExecuteAsync(new ExecutionOptions { Schema = schema, Query = Question, CancellationToken = cancellation });
        using var written = new AnswerWriter(new ErrorShape(options)).Write(result);
        return System.Text.Encoding.UTF8.GetString(written.Written.Span);
    }

    private static Schema Make(Action? first)
    {
        var text = new NonNullGraphType(new StringGraphType());
        var (place, leaf, branch, query) = (new InterfaceGraphType { Name = "Place" }, Object("Leaf"), Object("Branch"), Object("Query"));
        Add(place, "where", text, null);
        foreach (var type in new[] { leaf, branch }) Add(type, "where", text, context => $"{Where(context)} in {string.Join('/', context.Parent!.ResponsePath)} at {string.Join('/', context.ResponsePath)}, {string.Join('/', context.Path)}");
        Add(branch, "one", place, context => (int)context.Source! + 1);
        Add(query, "grid", new ListGraphType(new NonNullGraphType(new ListGraphType(place))), context =>
        {
            first?.Invoke();
            return new object?[][] { [1, null, 3], [2, 4] };
        });
        place.ResolveType = value => (int)value % 2 == 0 ? branch : leaf;
        foreach (var type in new[] { leaf, branch })
        {
            type.AddResolvedInterface(place);
            place.AddPossibleType(type);
        }

        var schema = new Schema { Query = query };
        schema.RegisterType(leaf);
        schema.RegisterType(branch);
        schema.Initialize();
        return schema;

        static ObjectGraphType Object(string name) => new() { Name = name };
    }

    private static string Where(IResolveFieldContext context) => $"{context.ParentType.Name} {context.Source} {context.Parent?.FieldDefinition.Name}";

    private static void Add(IComplexGraphType type, string name, IGraphType of, Func<IResolveFieldContext, object?>? resolve) => type.AddField(
        new FieldType { Name = name, ResolvedType = of, Resolver = resolve is null ? null : new FuncFieldResolver<object?>(resolve) });
}

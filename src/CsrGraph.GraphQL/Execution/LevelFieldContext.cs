using System.Security.Claims;
using CsrGraph.GraphQL.Resolving;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Instrumentation;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace CsrGraph.GraphQL.Execution;

/// <summary>A field as its resolver sees it, for one object of a group. What is rarely looked at is worked out when it is.</summary>
internal sealed class LevelFieldContext(LevelRun run, ObjectGroup group, PlannedField planned, int[]? indexes = null) : IResolveFieldContext<object?>, IFieldMemo, IFieldsBelow
{
    private readonly ExecutionContext context = run.Context;

    /// <summary>Which object of the group.</summary>
    public int Row { get; set; }

    /// <inheritdoc/>
    public object? Memo { get; set; }

    public object? Source => group[Row];

    object? IResolveFieldContext.Source => group[Row];

    public GraphQLField FieldAst => planned.Field;

    public FieldType FieldDefinition => planned.Definition;

    public IObjectGraphType ParentType => group.Plan.Type;

    public IResolveFieldContext? Parent => Ancestry.ParentOf(group, Row) is { } parent
        ? new LevelFieldContext(run, parent.Group, group.From!.Field, parent.Indexes) { Row = parent.Row }
        : null;

    public IDictionary<string, ArgumentValue>? Arguments => context.GetArguments(planned.Definition, planned.First);

    public IDictionary<string, DirectiveInfo>? Directives => context.GetDirectives(planned.First);

    public object? RootValue => context.RootValue;

    public IDictionary<string, object?> UserContext => context.UserContext;

    public ISchema Schema => context.Schema;

    public GraphQLDocument Document => context.Document;

    public GraphQLOperationDefinition Operation => context.Operation;

    public Variables Variables => context.Variables;

    public CancellationToken CancellationToken => context.CancellationToken;

    public Metrics Metrics => context.Metrics;

    public ExecutionErrors Errors => context.Errors;

    public IEnumerable<object> Path => Ancestry.PathTo(group, Row, planned, indexes, f => f.Definition.Name);

    public IEnumerable<object> ResponsePath => Ancestry.PathTo(group, Row, planned, indexes, f => f.Key);

    /// <inheritdoc/>
    public IEnumerable<IResolveFieldContext> FieldsBelow => run.PlansBelow(planned)
        .Select(plan => new ObjectGroup(plan, null))
        .SelectMany(below => below.Plan.Columns.Select(column => (Group: below, Column: column)))
        .DistinctBy(below => below.Column.First)
        .Select(below => new LevelFieldContext(run, below.Group, below.Column));

    public Dictionary<string, (GraphQLField Field, FieldType FieldType)>? SubFields => planned.SubFields(context);

    public IServiceProvider? RequestServices => context.RequestServices;

    public IReadOnlyDictionary<string, object?> InputExtensions => context.InputExtensions;

    public IDictionary<string, object?> OutputExtensions => context.OutputExtensions;

    public IExecutionArrayPool ArrayPool => context;

    public ClaimsPrincipal? User => context.User;

    public IExecutionContext ExecutionContext => context;
}

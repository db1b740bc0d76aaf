using System.Collections;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Execution;

/// <summary>
/// Reads the variables of an operation that is known to be good, and what its arguments come to with them. The library goes through the whole document
/// for that each time. Only variables of scalars, enums and lists of them are read here, and only good values: for all else the library is asked, which
/// says what is wrong.
/// </summary>
internal sealed class KnownVariables
{
    private readonly GraphQLDocument document;
    private readonly List<Definition> definitions;
    private readonly Dictionary<GraphQLField, QueryArguments> open;
    private readonly IValidationResult first;

    private KnownVariables(GraphQLDocument document, List<Definition> definitions, Dictionary<GraphQLField, QueryArguments> open, IValidationResult first) =>
        (this.document, this.definitions, this.open, this.first) = (document, definitions, open, first);

    /// <summary>How the variables of an operation are read.</summary>
    /// <param name="schema">The schema.</param>
    /// <param name="document">The document.</param>
    /// <param name="operation">Its only operation.</param>
    /// <param name="first">What its arguments and directives came to the first time.</param>
    /// <returns>Null where only the library can.</returns>
    public static KnownVariables? Of(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, IValidationResult first)
    {
        if (operation.Variables is not { Count: > 0 } variables) return new KnownVariables(document, [], [], first);
        if (first.DirectiveValues is { Count: > 0 }) return null;
        var definitions = new List<Definition>();
        foreach (var item in variables.Items)
        {
            if (item.Type.GraphTypeFromType(schema) is not { } type || type.GetNamedType() is not ScalarGraphType) return null;
            definitions.Add(new Definition(item, item.Variable.Name.StringValue, type));
        }

        var open = OpenFields.In(schema, document, operation);
        return first.ArgumentValues is null || open is null ? null : new KnownVariables(document, definitions, open, first);
    }

    /// <summary>What the operation's variables and arguments come to with these values; null where the library is to say what is wrong with them.</summary>
    public IValidationResult? Read(Inputs given)
    {
        if (definitions.Count == 0) return first;
        try
        {
            var variables = new Variables();
            foreach (var definition in definitions)
            {
                if (!definition.TryRead(given, out var variable)) return null;
                variables.Add(variable);
            }

            var arguments = new Dictionary<GraphQLField, IDictionary<string, ArgumentValue>>(first.ArgumentValues!);
            foreach (var (field, taken) in open)
            {
                arguments[field] = ExecutionHelper.GetArguments(taken, field.Arguments, variables, document, field, null)!;
            }

            return new ValidationResult { Variables = variables, ArgumentValues = arguments };
        }
        catch (Exception e) when (e is ValidationError or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            // A scalar does not take it, or an argument; the library meets the same.
            return null;
        }
    }

    private sealed record Definition(GraphQLVariableDefinition Node, string Name, IGraphType Type)
    {
        public bool TryRead(Inputs given, out Variable variable)
        {
            variable = new Variable(Name, Node);
            if (!given.TryGetValue(Name, out var value))
            {
                if (Node.DefaultValue is null) return Type is not NonNullGraphType;
                variable.Value = ExecutionHelper.CoerceValue(Type, Node.DefaultValue).Value;
                variable.IsDefault = true;
                return true;
            }

            // A null may still be too little for where it is used.
            if (value is null) return false;
            variable.Value = Coerced(Type, value);
            return true;
        }

        private static object? Coerced(IGraphType type, object? value) => type switch
        {
            NonNullGraphType some => Coerced(some.ResolvedType!, value ?? throw new FormatException("null where there must be a value")),
            ListGraphType list when value is IList items => ItemsOf(list, items),
            ListGraphType list => value is null ? null : new[] { Coerced(list.ResolvedType!, value) },
            _ => ((ScalarGraphType)type).ParseValue(value),
        };

        private static object?[] ItemsOf(ListGraphType list, IList items)
        {
            var coerced = new object?[items.Count];
            for (var i = 0; i < coerced.Length; i++) coerced[i] = Coerced(list.ResolvedType!, items[i]);
            return coerced;
        }
    }
}

using System.Text.Json;
using CsrGraph.GraphQL.Limits;
using CsrGraph.Store;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace CsrGraph.GraphQL.Schema;

/// <summary>Reads filters that come without a document, as the variables of one are read.</summary>
internal sealed class LoneFilters(ISchema schema, ApiOptions options)
{
    private readonly ErrorShape errors = new(options);

    /// <summary>Reads the value of a field's argument that is a filter of entities.</summary>
    /// <param name="field">A field of the root.</param>
    /// <param name="argument">Its argument.</param>
    /// <param name="json">The value.</param>
    /// <exception cref="FormatException">The value is none of the argument's type; the message says what is wrong.</exception>
    public async Task<EntityFilter> ReadAsync(string field, string argument, JsonElement json)
    {
        var type = (FilterType<EntityFilter>)schema.Query.GetField(field)!.Arguments!.Find(argument)!.ResolvedType!;
        try
        {
            var given = JsonValues.Members(json, argument);
            ValueGuard.CheckValues([given], options);
            return type.Read(await CoercedAsync(type, argument, given));
        }
        catch (ExecutionError e)
        {
            // The library calls it a variable, which whoever asks here knows nothing of.
            throw new FormatException(errors.GetInfo(e).Message.Replace("Variable '$", "'", StringComparison.Ordinal), e);
        }
    }

    private async Task<object> CoercedAsync(FilterType<EntityFilter> type, string argument, object given)
    {
        var document = new GraphQLDocumentBuilder().Build($"query (${argument}: {type.Name}!) {{ __typename }}");
        var result = await new DocumentValidator().ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = document,
            Operation = (GraphQLOperationDefinition)document.Definitions[0],
            Variables = new Inputs(new Dictionary<string, object?> { [argument] = given }),
            // No rule looks at the values of variables, and there is nothing else.
            Rules = [],
        });
        if (result.Errors is [{ } error, ..]) throw error;
        return result.Variables!.First(v => v.Name == argument).Value!;
    }
}

using System.Text.Json;
using CsrGraph.GraphQL.Limits;

namespace CsrGraph.GraphQL;

/// <summary>A request as GraphQL over HTTP writes it.</summary>
public sealed record ApiRequest
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>The document.</summary>
    public required string Query { get; init; }

    /// <summary>Which of its operations; null where it has one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables' values.</summary>
    public IReadOnlyDictionary<string, object?> Variables { get; init; } = new Dictionary<string, object?>();

    /// <summary>What else the client says.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; init; } = new Dictionary<string, object?>();

    /// <summary>Reads a body: <c>{"query": …, "operationName": …, "variables": {…}, "extensions": {…}}</c>, nested at most 64 deep.</summary>
    /// <exception cref="BadRequestException">It is not such an object, or a property of it stands twice.</exception>
    public static ApiRequest ReadBody(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Strict);
            var body = document.RootElement;
            if (body.ValueKind != JsonValueKind.Object) throw new BadRequestException("the body is not a JSON object with a 'query'");
            return new ApiRequest
            {
                Query = Text(body, "query") ?? throw new BadRequestException("the body has no 'query'"),
                OperationName = Text(body, "operationName"),
                Variables = Map(body, "variables"),
                Extensions = Map(body, "extensions"),
            };
        }
        catch (JsonException e)
        {
            throw new BadRequestException($"the body is not JSON that is read here: {e.Message}", e);
        }
    }

    /// <summary>Makes a request of its parts, as a query string or a command line has them.</summary>
    /// <param name="query">The document.</param>
    /// <param name="variables">A JSON object; null or empty for none.</param>
    /// <param name="operationName">Which operation; null where there is one.</param>
    /// <param name="extensions">A JSON object; null or empty for none.</param>
    /// <exception cref="BadRequestException">The variables or extensions are no JSON object.</exception>
    public static ApiRequest Of(string query, string? variables = null, string? operationName = null, string? extensions = null) => new()
    {
        Query = query,
        OperationName = string.IsNullOrEmpty(operationName) ? null : operationName,
        Variables = Map(variables, "variables"),
        Extensions = Map(extensions, "extensions"),
    };

    private static Dictionary<string, object?> Map(string? json, string name)
    {
        if (string.IsNullOrWhiteSpace(json)) return new Dictionary<string, object?>();
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return JsonValues.Map(document.RootElement, name);
        }
        catch (JsonException e)
        {
            throw new BadRequestException($"'{name}' is not JSON that is read here: {e.Message}", e);
        }
    }

    private static Dictionary<string, object?> Map(JsonElement body, string name) =>
        body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? JsonValues.Map(value, name) : new Dictionary<string, object?>();

    private static string? Text(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind == JsonValueKind.String ? JsonValues.Text(value) : throw new BadRequestException($"'{name}' is not a string");
    }
}

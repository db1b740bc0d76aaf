using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;

namespace CsrGraph.GraphQL.Execution;

/// <summary>Writes answers as JSON, node by node; Chinese as itself.</summary>
internal sealed class AnswerWriter(IErrorInfoProvider errors)
{
    // The tree is the library's, as deep as the document may be, and has each name once.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly JsonSerializerOptions options = new()
    {
        Encoder = Plain.Encoder,
        Converters = { new ExecutionErrorJsonConverter(errors) },
    };

    /// <summary>Writes an answer with its errors first.</summary>
    public void Write(IBufferWriter<byte> to, ExecutionResult result)
    {
        using var writer = new Utf8JsonWriter(to, Plain);
        writer.WriteStartObject();
        if (result.Errors is { Count: > 0 } found)
        {
            writer.WritePropertyName("errors");
            JsonSerializer.Serialize(writer, found, options);
        }

        if (result.Executed)
        {
            writer.WritePropertyName("data");
            if (result.Data is ExecutionNode node) WriteNode(writer, node);
            else writer.WriteNullValue();
        }

        writer.WriteEndObject();
    }

    private void WriteNode(Utf8JsonWriter writer, ExecutionNode node)
    {
        switch (node)
        {
            case PlannedObject { Fields: { } fields } planned:
                WriteFields(writer, planned, fields);
                break;
            case ObjectExecutionNode { SubFields: { } nodes }:
                writer.WriteStartObject();
                foreach (var field in nodes)
                {
                    writer.WritePropertyName(field.Name!);
                    WriteNode(writer, field);
                }

                writer.WriteEndObject();
                break;
            case ArrayExecutionNode { Items: { } items }:
                writer.WriteStartArray();
                foreach (var item in items) WriteNode(writer, item);
                writer.WriteEndArray();
                break;
            case ObjectExecutionNode:
                writer.WriteNullValue();
                break;
            case ArrayExecutionNode list:
                WriteValue(writer, list.SerializedResult);
                break;
            default:
                WriteValue(writer, node.ToValue());
                break;
        }
    }

    private void WriteFields(Utf8JsonWriter writer, PlannedObject planned, IReadOnlyList<PlannedField> fields)
    {
        writer.WriteStartObject();
        var next = 0;
        for (var i = 0; i < fields.Count; i++)
        {
            writer.WritePropertyName(fields[i].Name);
            if (planned.HasValue(i, out var value)) WriteValue(writer, value);
            else WriteNode(writer, planned.SubFields![next++]);
        }

        writer.WriteEndObject();
    }

    private void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            default:
                JsonSerializer.Serialize(writer, value, options);
                break;
        }
    }
}

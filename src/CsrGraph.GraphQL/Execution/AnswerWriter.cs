using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;

namespace CsrGraph.GraphQL.Execution;

/// <summary>Writes answers as JSON; Chinese as itself.</summary>
internal sealed class AnswerWriter(IErrorInfoProvider errors)
{
    // The tree is the library's, as deep as the document may be, and has each name once.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly JsonSerializerOptions options = new()
    {
        Encoder = Plain.Encoder,
        Converters = { new ExecutionErrorJsonConverter(errors) },
    };

    /// <summary>Writes an answer, with its errors first where it has any.</summary>
    public PooledBytes Write(ExecutionResult result)
    {
        if (result.Data is not WrittenData written) return WriteNodes(result);
        if (result.Errors is not { Count: > 0 } errors)
        {
            written.Bytes.Append((byte)'}');
            return written.Bytes;
        }

        var bytes = new PooledBytes();
        bytes.Append("{\"errors\":"u8);
        using (var writer = new Utf8JsonWriter(bytes, Plain)) JsonSerializer.Serialize(writer, errors, options);
        bytes.Append(",\"data\":"u8);
        bytes.Append(written.Data);
        bytes.Append((byte)'}');
        written.Bytes.Dispose();
        return bytes;
    }

    private PooledBytes WriteNodes(ExecutionResult result)
    {
        var to = new PooledBytes();
        WriteNodes(to, result);
        return to;
    }

    private void WriteNodes(PooledBytes to, ExecutionResult result)
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

using System.Buffers.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CsrGraph.GraphQL.Execution;

/// <summary>Writes values of scalars and enums as JSON; Chinese as itself.</summary>
internal sealed class ScalarWriter(PooledBytes bytes)
{
    private const int LongestNumber = 32;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a scalar's value; false where it comes to null, and nothing is written.</summary>
    /// <exception cref="Exception">The scalar cannot serialize it; what was written of it has to be taken back.</exception>
    public bool TryWrite(TypeShape shape, object? value)
    {
        if (shape.Form == ScalarForm.Number && value is int number) Write(number);
        else if (shape.Form == ScalarForm.Truth && value is bool truth) Write(truth);
        else if (shape.Terms?.Find(value) is { } term) bytes.Append(term);
        else if (shape.Scalar!.Serialize(value) is { } serialized) WriteAny(serialized);
        else return false;
        return true;
    }

    public void Write(string text) => JsonText.Append(bytes, text);

    private void Write(long number)
    {
        Utf8Formatter.TryFormat(number, bytes.GetSpan(LongestNumber), out var written);
        bytes.Advance(written);
    }

    private void Write(bool truth) => bytes.Append(truth ? "true"u8 : "false"u8);

    private void WriteAny(object value)
    {
        switch (value)
        {
            case string text:
                Write(text);
                break;
            case int number:
                Write(number);
                break;
            case long number:
                Write(number);
                break;
            case bool truth:
                Write(truth);
                break;
            default:
                using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Plain.Encoder })) JsonSerializer.Serialize(writer, value, Plain);
                break;
        }
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsrGraph.GraphQL;
using CsrGraph.GraphQL.Execution;

namespace CsrGraph.Benchmarks.Http;

/// <summary>
/// Writes the answers to the two questions by hand, as fast as the platform's writer does it with nothing kept between answers: the yardstick.
/// </summary>
internal sealed class EventWriter(EventData data)
{
    private static readonly JsonWriterOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly SearchValues<char> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(c => (char)c), '"', '\\']);

    public ApiAnswer Answer(ApiRequest request)
    {
        var bytes = new PooledBytes();
        using (var writer = new Utf8JsonWriter(bytes, Raw)) Write(writer, data.Events(First(request.Query)), request.Query.Contains("guidedBy", StringComparison.Ordinal));
        return new ApiAnswer(bytes.Written, true, null) { Memory = bytes };
    }

    private static int First(string query)
    {
        var number = query.AsSpan(query.IndexOf("first: ", StringComparison.Ordinal) + "first: ".Length);
        return int.Parse(number[..number.IndexOf(')')], CultureInfo.InvariantCulture);
    }

    private static void Write(Utf8JsonWriter writer, Event[] events, bool isFull)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("data"u8);
        writer.WriteStartArray("events"u8);
        foreach (var one in events)
        {
            Begin(writer, one.Id, one.Name);
            if (isFull)
            {
                Text(writer, "date"u8, one.Date);
                Organisations(writer, "guidedBy"u8, one.GuidedBy, false);
                Organisations(writer, "hostedBy"u8, one.HostedBy, false);
                writer.WriteStartArray("pledges"u8);
                foreach (var pledge in one.Pledges)
                {
                    Begin(writer, pledge.Id, pledge.Name);
                    Organisations(writer, "signatories"u8, pledge.Signatories, true);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Organisations(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Organisation[] organisations, bool withCategory)
    {
        writer.WriteStartArray(name);
        foreach (var organisation in organisations)
        {
            Begin(writer, organisation.Id, organisation.Name);
            if (withCategory) Text(writer, "category"u8, organisation.Category);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Begin(Utf8JsonWriter writer, string id, string name)
    {
        writer.WriteStartObject();
        Text(writer, "id"u8, id);
        Text(writer, "name"u8, name);
    }

    // The platform's writer is slow on Chinese, but for UTF-8 that it takes as it is; then what has to be escaped is looked for here.
    private static void Text(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string text)
    {
        writer.WritePropertyName(name);
        if (text.AsSpan().ContainsAny(Escaped))
        {
            writer.WriteStringValue(text);
            return;
        }

        Span<byte> utf8 = stackalloc byte[256];
        var length = Encoding.UTF8.GetBytes(text, utf8[1..]) + 1;
        utf8[0] = utf8[length] = (byte)'"';
        writer.WriteRawValue(utf8[..(length + 1)], skipInputValidation: true);
    }
}

using System.Text.Json;

namespace CsrGraph.Neo4j.Wire;

/// <summary>
/// Reads the form of an answer piece by piece: <c>{"data": {"fields": […], "values": [[…], …]}, "errors": […], …}</c>. What is not whole in a piece
/// is left to the next one.
/// </summary>
internal sealed class AnswerParser(RowHandler? onRow)
{
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = 64 });
    private Place place;
    private bool isHandling;

    private enum Place
    {
        Start,
        Answer,
        Data,
        Values,
        End,
    }

    public ResultSummary Summary { get; } = new();

    public bool IsOver => place == Place.End;

    /// <summary>Reads what is whole.</summary>
    /// <returns>How many bytes are done with.</returns>
    public int Parse(ReadOnlySpan<byte> piece)
    {
        if (IsOver) return piece.Length;
        try
        {
            var reader = new Utf8JsonReader(piece, isFinalBlock: false, state);
            var whole = reader;
            while (!IsOver && Step(ref reader)) whole = reader;
            state = whole.CurrentState;
            return IsOver ? piece.Length : (int)whole.BytesConsumed;
        }
        catch (JsonException e) when (!isHandling)
        {
            throw new ForeignAnswerException("the answer is not the JSON that Neo4j writes", e);
        }
    }

    private bool Step(ref Utf8JsonReader reader)
    {
        if (!reader.Read()) return false;
        return place switch
        {
            Place.Start => Enter(ref reader),
            Place.Answer => Member(ref reader),
            Place.Data => DataMember(ref reader),
            _ => Row(ref reader),
        };
    }

    private bool Enter(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new ForeignAnswerException("the answer is not the JSON object that Neo4j writes");
        place = Place.Answer;
        return true;
    }

    private bool Member(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            place = Place.End;
            return true;
        }

        if (!reader.ValueTextEquals("data")) return Summary.TryTake(ref reader);
        if (!reader.Read()) return false;
        if (reader.TokenType == JsonTokenType.StartObject) place = Place.Data;
        return true;
    }

    private bool DataMember(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            place = Place.Answer;
            return true;
        }

        if (!reader.ValueTextEquals("values")) return Summary.TryTake(ref reader);
        if (!reader.Read()) return false;
        if (reader.TokenType == JsonTokenType.StartArray) place = Place.Values;
        return true;
    }

    private bool Row(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            place = Place.Data;
            return true;
        }

        var row = reader;
        if (!reader.TrySkip()) return false;
        if (onRow is null) return true;
        isHandling = true;
        onRow(ref row);
        isHandling = false;
        return true;
    }
}

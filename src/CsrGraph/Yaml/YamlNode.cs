using System.Globalization;
using CsrGraph.Seeding;

namespace CsrGraph.Yaml;

/// <summary>
/// A value in a YAML file that knows where it stands. What is asked of it and is not there is reported, never thrown, so that one reading
/// finds all problems; the answer is then null or empty and the caller goes on.
/// </summary>
public abstract class YamlNode
{
    private protected YamlNode(YamlPlace place) => Place = place;

    /// <summary>The file as the reader was given it.</summary>
    public string File => Place.File;

    /// <summary>The line where the value begins, from 1.</summary>
    public int Line => Place.Line;

    /// <summary>The column where the value begins, from 1.</summary>
    public int Column => Place.Column;

    /// <summary>Where the value begins.</summary>
    internal YamlPlace Place { get; }

    /// <summary>What the value is, for a message: <c>a list</c>.</summary>
    public abstract string Shape { get; }

    /// <summary>Reports that something is wrong here.</summary>
    /// <param name="what">What is wrong.</param>
    /// <param name="toDo">What to do about it.</param>
    public void Refuse(string what, string toDo) => Place.Refuse(what, toDo);

    /// <summary>The value as a mapping, or null after a report.</summary>
    public YamlMapping? Mapping() => Expect<YamlMapping>("a mapping (key: value)");

    /// <summary>The value's items, or none after a report.</summary>
    public IReadOnlyList<YamlNode> Items() => Expect<YamlSequence>("a list")?.Nodes ?? [];

    /// <summary>The value as words, or null after a report; words without content are refused.</summary>
    public string? Text()
    {
        if (Expect<YamlScalar>("words") is not { } scalar)
        {
            return null;
        }

        if (!scalar.IsEmpty)
        {
            return scalar.Value;
        }

        Refuse("there is no value", "write one or leave the key out");
        return null;
    }

    /// <summary>The value as <c>true</c> or <c>false</c>, or null after a report.</summary>
    public bool? Boolean()
    {
        switch (this is YamlScalar { IsPlain: true } scalar ? scalar.Value : null)
        {
            case "true":
                return true;
            case "false":
                return false;
            default:
                Refuse($"{Shape} is neither true nor false", "write true or false");
                return null;
        }
    }

    /// <summary>The value as a whole number, or null after a report.</summary>
    public int? Number()
    {
        if (this is YamlScalar { IsPlain: true } scalar
            && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Refuse($"{Shape} is no whole number", "write digits without quotation marks");
        return null;
    }

    /// <summary>The words of each item of a list; what is no words is reported and left out.</summary>
    public IReadOnlyList<string> Texts() => [.. Items().Select(item => item.Text()).OfType<string>()];

    private T? Expect<T>(string wanted)
        where T : YamlNode
    {
        if (this is T found)
        {
            return found;
        }

        Refuse($"here stands {Shape}", $"write {wanted}");
        return null;
    }
}

/// <summary>Where a value stands, and who is told when it is wrong.</summary>
internal readonly record struct YamlPlace(string File, int Line, int Column, Action<Problem> Report)
{
    public void Refuse(string what, string toDo) => Report(new Problem(File, Line, Column, what, toDo));
}

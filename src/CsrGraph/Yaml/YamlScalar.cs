namespace CsrGraph.Yaml;

/// <summary>Words, a number or a flag: whatever is no list and no mapping.</summary>
public sealed class YamlScalar : YamlNode
{
    internal YamlScalar(YamlPlace place, string value, bool isPlain)
        : base(place)
    {
        Value = value;
        IsPlain = isPlain;
    }

    /// <summary>The characters, quotation marks and escapes taken off.</summary>
    public string Value { get; }

    /// <summary>True where it stands without quotation marks, so that it may be a number or a flag.</summary>
    public bool IsPlain { get; }

    /// <summary>True where nothing stands there: white space, or YAML's null.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Value) || (IsPlain && Value is "~" or "null");

    /// <inheritdoc/>
    public override string Shape => IsEmpty ? "nothing" : Value.Length > 40 ? $"\"{Value[..40]}…\"" : $"\"{Value}\"";
}

namespace CsrGraph.Query;

/// <summary>The language in which sentences are put.</summary>
public enum ReadingLanguage
{
    /// <summary>English.</summary>
    En,

    /// <summary>Chinese, simplified characters.</summary>
    Zh,
}

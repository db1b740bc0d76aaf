namespace CsrGraph.Model;

/// <summary>
/// The names of the qualifiers that the model itself reads; a relation type may have more (see the vocabulary). Values are texts: ids, terms,
/// <c>true</c>, whole numbers, or dates in <see cref="PartialDateCode"/>.
/// </summary>
public static class QualifierName
{
    /// <summary>Of a relation: the whole capacity as printed; of a post the bare title.</summary>
    public const string Title = "title";

    /// <summary>Of a relation or a quotation: the id of an agent.</summary>
    public const string OnBehalfOf = "onBehalfOf";

    /// <summary>Of a relation: <c>true</c> where it was done together with others (联合).</summary>
    public const string Jointly = "jointly";

    /// <summary>Of any claim: <c>UNCERTAIN</c> where the text leaves it open; absent where it is certain.</summary>
    public const string Certainty = "certainty";

    /// <summary>Of a post: CURRENT, FORMER, HONORARY or UNKNOWN.</summary>
    public const string State = "state";

    /// <summary>Of a state: the date on which it began.</summary>
    public const string From = "from";

    /// <summary>Of a state: the date on which it ended.</summary>
    public const string Until = "until";

    /// <summary>Of a figure: the counted noun as printed.</summary>
    public const string Measure = "measure";

    /// <summary>Of a figure: the number with its unit as printed.</summary>
    public const string Printed = "printed";

    /// <summary>Of a figure or a roster: the least number, a decimal in invariant form.</summary>
    public const string Min = "min";

    /// <summary>Of a figure or a roster: the greatest number, a decimal in invariant form.</summary>
    public const string Max = "max";

    /// <summary>Of a figure or a roster: what is counted (人, 家, 个, %).</summary>
    public const string Unit = "unit";

    /// <summary>Of a figure or a roster: EXACT, AT_LEAST, MORE_THAN or ABOUT.</summary>
    public const string CountKind = "countKind";

    /// <summary>Of a roster: the words that describe and count it.</summary>
    public const string Raw = "raw";

    /// <summary>Of a roster: who is counted, in the curator's words.</summary>
    public const string Description = "description";

    /// <summary>Of a roster: CLOSED, OPEN or UNKNOWN.</summary>
    public const string Closure = "closure";

    /// <summary>Of a statement: what is said, at most 24 characters as printed or a paraphrase.</summary>
    public const string Text = "text";

    /// <summary>Of a statement: <c>true</c> where the text is the curator's paraphrase.</summary>
    public const string Paraphrase = "paraphrase";

    /// <summary>Of a statement: its place in a printed list.</summary>
    public const string Number = "number";

    /// <summary>Of an attribute: which (THEME, HELD …).</summary>
    public const string Attribute = "attribute";

    /// <summary>Of an activity: DONE, ONGOING or PLANNED.</summary>
    public const string Status = "status";

    /// <summary>Of a quotation: the verb as printed.</summary>
    public const string Verb = "verb";

    /// <summary>Of a quotation: the id of what it speaks about.</summary>
    public const string About = "about";
}

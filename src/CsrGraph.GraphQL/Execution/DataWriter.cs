namespace CsrGraph.GraphQL.Execution;

/// <summary>
/// Writes a request's data from its columns. A null where none is allowed takes back what was written since the nearest place that may be null
/// (6.4.4); what is left of a taken-back object is still looked at, as its errors are errors too. Flat: a document's depth is no matter for the stack.
/// </summary>
internal sealed class DataWriter(PooledBytes bytes)
{
    private readonly ScalarWriter scalars = new(bytes);
    private readonly List<Fault> faults = [];
    private Frame[] frames = new Frame[16];
    private int depth;

    private enum Outcome
    {
        Written,
        Failed,
        Entered,
    }

    /// <summary>What went wrong, in the order of the answer.</summary>
    public IReadOnlyList<Fault> Faults => faults;

    public void Write(ObjectGroup root)
    {
        EnterObject(root, 0, isRequired: false);
        while (depth > 0)
        {
            ref var frame = ref frames[depth - 1];
            var isEntered = frame.Group is not null ? WriteFields(ref frame) : WriteItems(ref frame);
            if (!isEntered) Leave();
        }
    }

    // True where a value below was entered, which is written first.
    private bool WriteFields(ref Frame frame)
    {
        var group = frame.Group!;
        var fields = group.Plan.Fields;
        while (frame.Next < fields.Length)
        {
            var field = fields[frame.Next++];
            bytes.Append(field.Name(frame.Next == 1));
            var outcome = field.TypeName is { } typeName ? WriteTypeName(typeName)
                : field.IsInPlace ? WriteInPlace(field, group[frame.Row]!)
                : Begin(field.Shape, group.Columns[field.Column].Values[frame.Row], group.Columns[field.Column]);
            if (outcome == Outcome.Entered) return true;
            if (outcome == Outcome.Failed) frame.IsFailed = true;
        }

        bytes.Append((byte)'}');
        return false;
    }

    private bool WriteItems(ref Frame frame)
    {
        while (frame.Next < frame.Items.Count)
        {
            if (frame.Next > 0) bytes.Append((byte)',');
            var outcome = Begin(frame.Shape!, frame.Items[frame.Next++], frame.Column);
            if (outcome == Outcome.Entered) return true;
            if (outcome == Outcome.Failed) frame.IsFailed = true;
        }

        bytes.Append((byte)']');
        return false;
    }

    private Outcome WriteTypeName(byte[] typeName)
    {
        bytes.Append(typeName);
        return Outcome.Written;
    }

    private Outcome WriteInPlace(PlannedField field, object source)
    {
        object? value;
        try
        {
            value = field.Read!(source);
        }
#pragma warning disable CA1031 // Nothing is swallowed: it is reported with its path.
        catch (Exception e)
#pragma warning restore CA1031
        {
            value = new Failure(e);
        }

        return Begin(field.Shape, value, null);
    }

    private Outcome Begin(TypeShape shape, object? value, FieldColumn? column)
    {
        if (shape.Form == ScalarForm.Text && value is string text)
        {
            scalars.Write(text);
            return Outcome.Written;
        }

        if (value is Failure failure) return Fail(shape, failure.Exception);
        if (shape.Scalar is not null) return WriteScalar(shape, value);
        if (value is null) return Missing(shape);
        if (shape.Item is not null) return EnterList(shape, value, column);
        var group = column!.Next();
        EnterObject(group, group.Written++, shape.IsRequired);
        return Outcome.Entered;
    }

    private Outcome WriteScalar(TypeShape shape, object? value)
    {
        var start = bytes.Length;
        try
        {
            if (scalars.TryWrite(shape, value)) return Outcome.Written;
        }
#pragma warning disable CA1031 // Nothing is swallowed: it is reported with its path.
        catch (Exception e)
#pragma warning restore CA1031
        {
            bytes.Truncate(start);
            return Fail(shape, e);
        }

        return Missing(shape);
    }

    private Outcome Missing(TypeShape shape)
    {
        if (shape.IsRequired) return Fail(shape, new InvalidOperationException($"null stands where the type is {shape.Type}"));
        bytes.Append("null"u8);
        return Outcome.Written;
    }

    private Outcome Fail(TypeShape shape, Exception exception)
    {
        var at = depth - 1;
        while (frames[at].Group is null) at--;
        ref var owner = ref frames[at];
        faults.Add(new Fault(exception, owner.Group!, owner.Row, owner.Group!.Plan.Fields[owner.Next - 1], Path()));
        if (shape.IsRequired) return Outcome.Failed;
        bytes.Append("null"u8);
        return Outcome.Written;
    }

    private object[] Path()
    {
        var path = new object[depth];
        for (var i = 0; i < depth; i++)
        {
            ref var frame = ref frames[i];
            path[i] = frame.Group is { } group ? group.Plan.Fields[frame.Next - 1].Key : frame.Next - 1;
        }

        return path;
    }

    private Outcome EnterList(TypeShape shape, object value, FieldColumn? column)
    {
        ListItems items;
        try
        {
            // A column's lists were looked through; what is read in place may be anything.
            items = ListItems.Of(column is null ? ListItems.Indexed(value) : value);
        }
#pragma warning disable CA1031 // Nothing is swallowed: it is reported with its path.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Fail(shape, e);
        }

        ref var frame = ref Enter(shape.IsRequired);
        (frame.Shape, frame.Items, frame.Column) = (shape.Item, items, column);
        bytes.Append((byte)'[');
        return Outcome.Entered;
    }

    private void EnterObject(ObjectGroup group, int row, bool isRequired)
    {
        ref var frame = ref Enter(isRequired);
        (frame.Group, frame.Row) = (group, row);
        bytes.Append((byte)'{');
    }

    private ref Frame Enter(bool isRequired)
    {
        if (depth == frames.Length) Array.Resize(ref frames, depth * 2);
        ref var frame = ref frames[depth++];
        frame = new Frame { Start = bytes.Length, IsRequired = isRequired };
        return ref frame;
    }

    private void Leave()
    {
        ref var frame = ref frames[--depth];
        if (!frame.IsFailed) return;
        bytes.Truncate(frame.Start);
        if (frame.IsRequired) frames[depth - 1].IsFailed = true;
        else bytes.Append("null"u8);
    }

    // An object that is being written, or a list.
    private struct Frame
    {
        public int Start;
        public bool IsRequired;
        public bool IsFailed;
        public int Next;
        public ObjectGroup? Group;
        public int Row;
        public TypeShape? Shape;
        public ListItems Items;
        public FieldColumn? Column;
    }
}

using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V2.Models;

/// <content>Taking the body from a comment that was read.</content>
public sealed partial class CommentBodyWrite
{
    internal static CommentBodyWrite Make(WritableBody body)
    {
        CommentBodyWrite made = new() { Representation = new BodyWriteRepresentation(body.Representation) };
        made._valueText = body.Value;
        return made;
    }
}

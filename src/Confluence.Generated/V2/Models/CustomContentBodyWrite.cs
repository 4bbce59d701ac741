using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V2.Models;

/// <content>Taking the body from custom content that was read.</content>
public sealed partial class CustomContentBodyWrite
{
    /// <summary>Takes the body of custom content that was read, an earlier version for example, to write it into the same content or other.</summary>
    /// <param name="customContent">The content, with its body as <c>storage</c>, which is preferred, <c>atlas_doc_format</c> or <c>raw</c>.</param>
    /// <returns>The body, in the form in which it came.</returns>
    /// <exception cref="ArgumentException">The content was read without its body, or with one in a form that cannot be written.</exception>
    public static CustomContentBodyWrite From(CustomContentDetails customContent) => Make(WritableBody.Of(new RequestSource("custom content", customContent, nameof(customContent), customContent?.IdOrNull), customContent.Body));

    /// <inheritdoc cref="From(CustomContentDetails)"/>
    public static CustomContentBodyWrite From(CustomContent customContent) => Make(WritableBody.Of(new RequestSource("custom content", customContent, nameof(customContent), customContent?.IdOrNull), customContent.Body));

    private static CustomContentBodyWrite Make(WritableBody body)
    {
        CustomContentBodyWrite made = new() { Representation = new CustomContentBodyFormat(body.Representation) };
        made._valueText = body.Value;
        return made;
    }
}

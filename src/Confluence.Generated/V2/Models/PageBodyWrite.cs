using Confluence.Generated.V2.ReadModifyWrite;

namespace Confluence.Generated.V2.Models;

/// <content>Taking the body from a page that was read.</content>
public sealed partial class PageBodyWrite
{
    /// <summary>Takes the body of a page that was read, an earlier version for example, to write it into the same page or another.</summary>
    /// <param name="page">The page, with its body as <c>storage</c>, which is preferred, or <c>atlas_doc_format</c>.</param>
    /// <returns>The body, in the form in which it came.</returns>
    /// <exception cref="ArgumentException">The page was read without its body, or with one in a form that cannot be written.</exception>
    public static PageBodyWrite From(PageDetails page) => Make(WritableBody.Of(new RequestSource("page", page, nameof(page), page?.IdOrNull), page.Body));

    /// <inheritdoc cref="From(PageDetails)"/>
    public static PageBodyWrite From(Page page) => Make(WritableBody.Of(new RequestSource("page", page, nameof(page), page?.IdOrNull), page.Body));

    private static PageBodyWrite Make(WritableBody body)
    {
        PageBodyWrite made = new() { Representation = new BodyWriteRepresentation(body.Representation) };
        made._valueText = body.Value;
        return made;
    }
}

using System.Diagnostics.CodeAnalysis;

namespace Confluence.Generated.Retrieval;

/// <summary>
/// What is retrieved with each page or blog post, beyond id, title, status, space id, parent, author, time of creation and the current version, which always are.
/// Each part says what it costs.
/// </summary>
[Flags]
[SuppressMessage("Naming", "CA1711", Justification = "The flags are parts of a page.")]
public enum PageParts
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>
    /// The body in storage format, as it is stored. No further requests, but lists then give 50 instead of 250 at a time.
    /// </summary>
    StorageBody = 1,

    /// <summary>
    /// The body as an Atlassian document (JSON text). Costs as much as <see cref="StorageBody"/>; where both are asked for, one more request a page.
    /// </summary>
    AtlasDocFormatBody = 2,

    /// <summary>The body as HTML for reading. One request a page.</summary>
    ViewBody = 4,

    /// <summary>The space. One request a space, none when spaces were chosen by key.</summary>
    Space = 8,

    /// <summary>
    /// All versions. None for pages that have only one; otherwise one request a page, shared with labels and properties, never with a body, because the site
    /// would send the bodies of the earlier versions too. Pages with many versions take more.
    /// </summary>
    Versions = 16,

    /// <summary>The labels. One request a page, shared with versions and properties, or with a body that costs one.</summary>
    Labels = 32,

    /// <summary>The content properties, those of apps and of the editor too. One request a page, shared with versions and labels, or with a body that costs one.</summary>
    Properties = 64,

    /// <summary>What is known of the attachments, without their content. One request for 250 attachments of a page.</summary>
    Attachments = 128,
}

namespace Confluence.Generated.Errors;

/// <summary>How to find out whether a write was carried out whose answer was lost: by which operation, and by what it tells the result apart.</summary>
internal static class WhereToLook
{
    private static readonly Dictionary<string, string> s_sentences = new(StringComparer.Ordinal)
    {
        ["createPage"] = "Look for a page with the title in the space, with getPages.",
        ["copyPage"] = "Look for a page with the title of the copy in the space, with getPages.",
        ["createBlogPost"] = "Look for a blog post with the title in the space, with getBlogPosts.",
        ["createCustomContent"] = "Look for custom content of the type with the title in its place, with getCustomContentByTypeInSpace, getCustomContentByTypeInPage or getCustomContentByTypeInBlogPost.",
        ["createAttachment"] = "Look for an attachment with the file name on the content, with getPageAttachments or getBlogpostAttachments.",
        ["updateAttachmentData"] = "Compare the version number of the attachment with the one before, with getAttachmentById.",
        ["createFooterComment"] = "List the comments on the content and look for one with the text, with getPageFooterComments, getBlogPostFooterComments or, for a reply, getFooterCommentChildren.",
        ["createInlineComment"] = "List the comments on the content and look for one with the text, with getPageInlineComments, getBlogPostInlineComments or, for a reply, getInlineCommentChildren.",
        ["createAttachmentProperty"] = Property("getAttachmentContentProperties"),
        ["createBlogpostProperty"] = Property("getBlogpostContentProperties"),
        ["createCommentProperty"] = Property("getCommentContentProperties"),
        ["createCustomContentProperty"] = Property("getCustomContentContentProperties"),
        ["createDatabaseProperty"] = Property("getDatabaseContentProperties"),
        ["createFolderProperty"] = Property("getFolderContentProperties"),
        ["createPageProperty"] = Property("getPageContentProperties"),
        ["createSmartLinkProperty"] = Property("getSmartLinkContentProperties"),
        ["createWhiteboardProperty"] = Property("getWhiteboardContentProperties"),
        ["createSpaceProperty"] = Property("getSpaceProperties"),
        ["createUserProperty"] = Property("getUserProperty"),
        ["createSpace"] = "Look for a space with the key, with getSpaces.",
        ["createPrivateSpace"] = "Look for a space with the key, with getSpaces.",
        ["createGroup"] = "Look for a group with the name, with getGroups.",
        ["createContentTemplate"] = "Look for a template with the name, with getContentTemplates.",
        ["addLabelsToContent"] = "List the labels of the content, with getPageLabels or getBlogPostLabels.",
    };

    /// <summary>The operations whose lost answers have a sentence.</summary>
    public static IReadOnlyCollection<string> Operations => s_sentences.Keys;

    /// <summary>Gets the sentence for an operation; null if nothing better is known than reading what it writes.</summary>
    public static string? For(ConfluenceOperation operation) => s_sentences.GetValueOrDefault(operation.Id);

    private static string Property(string operation) => $"Look for a property with the key, with {operation}.";
}

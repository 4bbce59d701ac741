namespace Confluence.Generator.Model;

/// <summary>A group of operations.</summary>
/// <param name="Api"><c>v2</c> or <c>v1</c>.</param>
/// <param name="Namespace">Its namespace.</param>
/// <param name="Name">Its C# name.</param>
/// <param name="Group">The group, as traces call it.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Operations">Its operations.</param>
internal sealed record ClientModel(string Api, string Namespace, string Name, string Group, DocModel Doc, EquatableArray<OperationModel> Operations);

/// <summary>One operation: how it is called and what it gives.</summary>
/// <param name="Id">Atlassian's operationId.</param>
/// <param name="Name">The C# name without Async.</param>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Path">The path from the root of the site, with its <c>{parameters}</c>.</param>
/// <param name="Facts">What errors and logs tell about it.</param>
/// <param name="PathSegments">The path, cut at its parameters.</param>
/// <param name="Arguments">Path parameters and required query parameters, in call order.</param>
/// <param name="Body">Null when nothing is sent.</param>
/// <param name="Options">The C# name of the options record; null when the operation has no optional parameter.</param>
/// <param name="Result">What it gives.</param>
/// <param name="Obsolete">What to use instead; null when the operation is not deprecated.</param>
/// <param name="Experimental">Atlassian may change or withdraw it.</param>
/// <param name="Doc">What it does.</param>
internal sealed record OperationModel(
    string Id,
    string Name,
    string Method,
    string Path,
    OperationFacts Facts,
    EquatableArray<PathSegmentModel> PathSegments,
    EquatableArray<ArgumentModel> Arguments,
    BodyModel? Body,
    string? Options,
    ResultModel Result,
    string? Obsolete,
    bool Experimental,
    DocModel Doc);

/// <param name="Scopes">OAuth 2.0 scopes.</param>
/// <param name="Permission">What the caller must be allowed to do; null when the document does not say.</param>
/// <param name="Idempotent">Null when the HTTP method decides.</param>
/// <param name="ReferenceUrl">The page of Atlassian's reference.</param>
/// <param name="LargestPage">The most results of a page; null when the document does not say, or it gives no pages.</param>
/// <param name="UsualPage">How many results a page is asked for when nobody says otherwise; null for the most.</param>
internal sealed record OperationFacts(
    EquatableArray<string> Scopes, string? Permission, bool? Idempotent, string ReferenceUrl, int? LargestPage = null, int? UsualPage = null);

/// <param name="Text">Literal text, or the C# name of an argument.</param>
/// <param name="IsArgument">Which of the two.</param>
internal sealed record PathSegmentModel(string Text, bool IsArgument);

/// <summary>A parameter that must be given.</summary>
/// <param name="WireName">Its name in the path or query.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="InPath">In the path; otherwise in the query.</param>
/// <param name="Joined">A list whose values are joined with commas; otherwise the name is repeated.</param>
/// <param name="Doc">What it is.</param>
internal sealed record ArgumentModel(string WireName, string Name, TypeRef Type, bool InPath, bool Joined, DocModel Doc);

/// <param name="Type">What is sent.</param>
/// <param name="IsForm">As a form; otherwise as JSON.</param>
/// <param name="IsRequired">Without it the call makes no sense; otherwise null sends none.</param>
/// <param name="Doc">What it is.</param>
internal sealed record BodyModel(TypeRef Type, bool IsForm, bool IsRequired, DocModel Doc);

internal enum ResultKind
{
    /// <summary>No body that anybody wants.</summary>
    None,

    /// <summary>Whether something is so: yes, or 404 for no.</summary>
    Question,

    /// <summary>A JSON value.</summary>
    Value,

    /// <summary>A sequence of items that arrives page by page.</summary>
    Paged,

    /// <summary>Bytes.</summary>
    Download,
}

/// <summary>How the next page is asked for; the names are those of the runtime's enum.</summary>
internal enum PagingStyle
{
    Cursor,
    Offset,
    Search,
}

/// <param name="Kind">What kind of answer comes.</param>
/// <param name="Type">The value, or the item of a page; null for none and download.</param>
/// <param name="PagingStyle">How pages follow each other; null unless paged.</param>
internal sealed record ResultModel(ResultKind Kind, TypeRef? Type = null, PagingStyle? PagingStyle = null);

/// <summary>The optional query parameters of an operation.</summary>
/// <param name="Api"><c>v2</c> or <c>v1</c>.</param>
/// <param name="Namespace">Where it lies.</param>
/// <param name="Name">The C# name.</param>
/// <param name="IsOfList">The operation gives a list page by page.</param>
/// <param name="Experimental">The operation is experimental.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Options">The parameters.</param>
internal sealed record OptionsModel(string Api, string Namespace, string Name, bool IsOfList, bool Experimental, DocModel Doc, EquatableArray<OptionModel> Options);

/// <param name="WireName">Its name in the query.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Type">What it holds.</param>
/// <param name="Joined">A list whose values are joined with commas; otherwise the name is repeated.</param>
/// <param name="Doc">What it is.</param>
internal sealed record OptionModel(string WireName, string Name, TypeRef Type, bool Joined, DocModel Doc);

using Confluence.Generator.Emit.Spellings;
using Confluence.Generator.Model;

namespace Confluence.Generator.Emit;

/// <summary>Emits a group of operations as a client class.</summary>
internal static class ClientEmitter
{
    public static string Emit(ClientModel model)
    {
        var writer = new CSharpWriter();
        writer.Header(model.Namespace).Doc(model.Doc);
        writer.Line($"public partial class {model.Name}");
        using (writer.Braces())
        {
            writer.Line($"private readonly {Runtime.Transport} _transport;");
            writer.Gap().Doc(DocModel.Of("Makes a client for mocks: every method that is not overridden throws."));
            writer.Line($"protected {model.Name}() => _transport = {Runtime.Transport}.Unavailable;");
            writer.Gap().Line($"internal {model.Name}({Runtime.Transport} transport) => _transport = transport;");
            foreach (OperationModel operation in model.Operations)
            {
                EmitOperation(writer.Gap(), operation);
            }
        }

        return writer.ToString();
    }

    private static void EmitOperation(CSharpWriter writer, OperationModel operation)
    {
        EmitDoc(writer, operation);
        if (operation.Obsolete is { } instead)
        {
            writer.Line($"[{Runtime.Obsolete}({TypeText.Literal(instead)})]");
        }

        if (operation.Experimental)
        {
            writer.Line($"[{Runtime.Experimental}({TypeText.Literal(Runtime.ExperimentalId)})]");
        }

        writer.Line($"public virtual {ReturnType(operation.Result)} {operation.Name}Async(");
        using (writer.Indented())
        {
            writer.Line(string.Join(",\n", Parameters(operation)) + ")");
        }

        using (writer.Braces())
        {
            foreach (ArgumentModel argument in operation.Arguments.Where(argument => !argument.InPath && !argument.Type.IsValueType))
            {
                writer.Line($"{Runtime.ArgumentNullException}.ThrowIfNull({argument.Name});");
            }

            if (operation.Body is { IsRequired: true, Type.IsValueType: false })
            {
                writer.Line($"{Runtime.ArgumentNullException}.ThrowIfNull(request);");
            }

            writer.Line($"string path = {Path(operation)};");
            bool hasQuery = operation.Options is not null || operation.Arguments.Any(argument => !argument.InPath);
            if (hasQuery)
            {
                writer.Line($"var query = new {Runtime.QueryBuilder}();");
                foreach (ArgumentModel argument in operation.Arguments.Where(argument => !argument.InPath))
                {
                    writer.Line(OptionsEmitter.AddToQuery(argument.Type, argument.Joined, argument.WireName, argument.Name));
                }

                if (operation.Options is not null)
                {
                    writer.Line("options?.AppendTo(query);");
                }
            }

            writer.Line($"var call = new {Runtime.Request}(Operations.{operation.Name}, path)");
            using (writer.Braces("};"))
            {
                if (hasQuery)
                {
                    writer.Line("Query = query,");
                }

                if (operation.Body is { } body)
                {
                    writer.Line($"Body = {(body.IsRequired ? "" : "request is null ? null : ")}{Body(body)},");
                }

                writer.Line("Options = options,");
            }

            writer.Line(operation.Result switch
            {
                { Kind: ResultKind.Paged, Type: { } item, PagingStyle: { } style } =>
                    $"return _transport.Page<{TypeText.Of(item)}>(call, {Runtime.PagingStyle}.{style}, cancellationToken);",
                { Kind: ResultKind.Value, Type: { } value } =>
                    $"return _transport.SendAsync(call, {TypeText.Reader(value)}, cancellationToken);",
                { Kind: ResultKind.Download } => "return _transport.DownloadAsync(call, cancellationToken);",
                { Kind: ResultKind.Question } => "return _transport.AskAsync(call, cancellationToken);",
                _ => "return _transport.SendAsync(call, cancellationToken);",
            });
        }
    }

    private static string Body(BodyModel body)
    {
        // What may be null and is a struct has to be asked for its value.
        string value = !body.IsRequired && body.Type.IsValueType ? "request.Value" : "request";
        return body.IsForm
            ? $"{Runtime.RequestBody}.Multipart({value}.ToForm())"
            : $"{Runtime.RequestBody}.Json({value}, {TypeText.Writer(body.Type)})";
    }

    private static void EmitDoc(CSharpWriter writer, OperationModel operation)
    {
        writer.Doc(operation.Doc);
        foreach (ArgumentModel argument in operation.Arguments)
        {
            writer.DocParam(argument.Name, argument.Doc);
        }

        if (operation.Body is { } body)
        {
            writer.DocParam("request", body.Doc);
        }

        writer.DocParam("options", DocModel.Of(operation.Options is null ? "Settings of this call." : "Optional parameters and settings of this call."));
        writer.DocParam("cancellationToken", DocModel.Of("Cancels the call."));
        writer.Line($"/// <returns>{Returns(operation.Result)}</returns>");
        writer.Line($"/// <exception cref=\"{Runtime.ApiException}\">Confluence refused the call; the message says why and what to do.</exception>");
    }

    private static string Returns(ResultModel result) => result.Kind switch
    {
        ResultKind.Paged => "The items of all pages. Nothing is sent before they are enumerated.",
        ResultKind.Value => "The answer.",
        ResultKind.Question => "True when it is so; false when Confluence answers that it is not, which it also does where what is asked about is not there or may not be seen.",
        ResultKind.Download => "The content as a stream, which the caller disposes.",
        _ => "A task that ends when Confluence has accepted the call.",
    };

    private static string ReturnType(ResultModel result) => result switch
    {
        { Kind: ResultKind.Paged, Type: { } item } => $"{Runtime.Paged}<{TypeText.Of(item)}>",
        { Kind: ResultKind.Value, Type: { } value } => $"{Runtime.Task}<{TypeText.Of(value)}>",
        { Kind: ResultKind.Download } => $"{Runtime.Task}<{Runtime.Download}>",
        { Kind: ResultKind.Question } => $"{Runtime.Task}<bool>",
        _ => Runtime.Task,
    };

    private static List<string> Parameters(OperationModel operation)
    {
        var parameters = new List<string>();
        parameters.AddRange(operation.Arguments.Select(argument => $"{TypeText.Of(argument.Type)} {argument.Name}"));
        if (operation.Body is { } body)
        {
            parameters.Add(body.IsRequired ? $"{TypeText.Of(body.Type)} request" : $"{TypeText.Of(body.Type)}? request = null");
        }

        parameters.Add($"{operation.Options ?? (operation.Result.Kind == ResultKind.Paged ? Runtime.ListOptions : Runtime.RequestOptions)}? options = null");
        parameters.Add($"{Runtime.CancellationToken} cancellationToken = default");
        return parameters;
    }

    private static string Path(OperationModel operation)
    {
        // Not an interpolated string: in one, the colons of global:: would begin a format.
        return string.Join(" + ", operation.PathSegments.Select(segment =>
        {
            if (!segment.IsArgument)
            {
                return TypeText.Literal(segment.Text);
            }

            ArgumentModel argument = operation.Arguments.First(candidate => candidate.Name == segment.Text);
            return $"{Runtime.PathSegment}.Encode({Spelling.Of(argument.Type).InPath(argument.Name)})";
        }));
    }
}

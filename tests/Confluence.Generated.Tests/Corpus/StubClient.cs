using System.Net;
using System.Reflection;
using System.Text;
using Confluence.Generated.Json;
using Confluence.Generated.Tests.Conventions;

namespace Confluence.Generated.Tests.Corpus;

/// <summary>A client whose server gives the same answer to everything, and calls of operations that are known by name only.</summary>
internal sealed class StubClient : IDisposable
{
    private readonly HttpClient _httpClient;
    private readonly ConfluenceClient _client;

    public StubClient(HttpStatusCode status, string body, bool validate = false)
    {
        _httpClient = new HttpClient(new StubHandler(status, body));
        _client = new ConfluenceClient(new ConfluenceClientOptions
        {
            Site = "example",
            Credential = new ApiTokenCredential("ada@example.com", "token"),
            HttpClient = _httpClient,
            Retry = { MaxRetries = 0 },
            ValidateResponses = validate,
        });
    }

    /// <summary>Calls an operation with made-up arguments.</summary>
    /// <returns>The value of the task, the first page of a list, or null when the operation gives none.</returns>
    public async Task<object?> CallAsync(OperationMethod operation)
    {
        object?[] arguments = [.. operation.Method.GetParameters().Select(static parameter => parameter.HasDefaultValue ? DefaultOf(parameter.ParameterType) : Make(parameter.ParameterType))];
        object? started = operation.Method.Invoke(GroupOf(operation.Client), arguments);
        if (started is Task task)
        {
            await task;
            return task.GetType().GetProperty("Result")?.GetValue(task);
        }

        MethodInfo first = typeof(StubClient).GetMethod(nameof(FirstPageAsync), BindingFlags.NonPublic | BindingFlags.Static)?
            .MakeGenericMethod(operation.Method.ReturnType.GetGenericArguments()) ?? throw new InvalidOperationException("The method that reads a page is gone.");
        return await Assert.IsType<Task<object>>(first.Invoke(null, [started]));
    }

    public void Dispose()
    {
        _client.Dispose();
        _httpClient.Dispose();
    }

    private static async Task<object> FirstPageAsync<T>(Paged<T> list) => await list.AsPages().FirstAsync();

    private static object? DefaultOf(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;

    /// <summary>Something that the type accepts. What it says does not matter, because the server does not look at it.</summary>
    private static object? Make(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Make(inner);
        }

        if (type == typeof(string))
        {
            return "1";
        }

        if (type == typeof(FileUpload))
        {
            return FileUpload.FromBytes("a.txt", new byte[1]);
        }

        if (typeof(IOpenEnum).IsAssignableFrom(type))
        {
            return Activator.CreateInstance(type, "any");
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            Type item = type.GetGenericArguments()[0];
            Array items = Array.CreateInstance(item, 1);
            items.SetValue(Make(item), 0);
            return items;
        }

        object? made = Activator.CreateInstance(type);
        foreach (PropertyInfo property in type.GetProperties().Where(static property => property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute))))
        {
            property.SetValue(made, Make(property.PropertyType));
        }

        return made;
    }

    private object GroupOf(Type type)
    {
        object owner = type.Namespace == typeof(V1.ConfluenceV1Client).Namespace ? _client.V1 : _client;
        PropertyInfo group = Assert.Single(owner.GetType().GetProperties(), property => property.PropertyType == type);
        return group.GetValue(owner) ?? throw new InvalidOperationException($"The client has no group {type}.");
    }

    private sealed class StubHandler(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request });
    }
}
